package app.heirloom.library.trash;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.user.UserId;
import java.util.List;

/** Takes users out of the library. */
public interface UserRemovalRepository {
    /** Some of the user's assets, whatever their state. */
    List<AssetId> listAssets(UserId owner, int limit);

    /**
     * Removes the user with all that is left of it: albums, people, keys, pictures. Its assets must be gone. Notes what
     * others must forget, and the bytes that nobody needs any more.
     */
    void remove(UserId user);
}
