package app.heirloom.library.album;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.user.UserId;
import java.util.Optional;

/**
 * Which of a member's albums are meant; what is empty is not asked.
 *
 * @param owned whether the member owns it
 * @param shared whether it has other members or a shared link
 * @param name exactly
 * @param asset one that lies in it
 */
public record AlbumFilter(
        UserId member,
        Optional<Boolean> owned,
        Optional<Boolean> shared,
        Optional<AlbumId> id,
        Optional<String> name,
        Optional<AssetId> asset) {
    /** All of them. */
    public static AlbumFilter of(UserId member) {
        return new AlbumFilter(
                member, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public AlbumFilter withId(AlbumId newId) {
        return new AlbumFilter(member, owned, shared, Optional.of(newId), name, asset);
    }
}
