package app.heirloom.library.remote.asset;

import app.heirloom.library.asset.Visibility;
import app.heirloom.library.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Which assets to hand over.
 *
 * @param exif whether with their metadata; without, sizes and dimensions may be missing too
 * @param trashed whether also those in the trash
 * @param visibility null means timeline, archive and hidden
 * @param owner asks for those of another user, which servers ignore unless he shares them: look at the owner of what
 *     comes
 */
public record RemoteFilter(
        boolean exif,
        boolean trashed,
        @Nullable Visibility visibility,
        @Nullable UserId owner) {
    /** All that are not in the trash, with metadata. */
    public static final RemoteFilter ALL = new RemoteFilter(true, false, null, null);

    public RemoteFilter withTrashed() {
        return new RemoteFilter(exif, true, visibility, owner);
    }

    public RemoteFilter withoutExif() {
        return new RemoteFilter(false, trashed, visibility, owner);
    }

    public RemoteFilter of(Visibility newVisibility) {
        return new RemoteFilter(exif, trashed, newVisibility, owner);
    }

    public RemoteFilter ownedBy(UserId newOwner) {
        return new RemoteFilter(exif, trashed, visibility, newOwner);
    }
}
