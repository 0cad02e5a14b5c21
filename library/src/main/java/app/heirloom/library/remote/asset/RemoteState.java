package app.heirloom.library.remote.asset;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.asset.grouping.StackId;
import org.jspecify.annotations.Nullable;

/**
 * What became of an asset on a photo server.
 *
 * @param offline whether the server has lost sight of its file
 */
public record RemoteState(
        Visibility visibility, boolean favorite, boolean trashed, boolean offline, Grouping grouping) {

    /**
     * What it belongs to; null where to nothing.
     *
     * @param library the external library whose file it is
     * @param livePhotoVideo the hidden motion video that belongs to this still
     * @param stack told only of assets that are asked for one by one
     */
    public record Grouping(
            @Nullable LibraryId library,
            @Nullable DuplicateGroupId duplicateGroup,
            @Nullable AssetId livePhotoVideo,
            @Nullable StackId stack) {
        public static final Grouping NONE = new Grouping(null, null, null, null);

        public Grouping inLibrary(LibraryId newLibrary) {
            return new Grouping(newLibrary, duplicateGroup, livePhotoVideo, stack);
        }

        public Grouping inDuplicateGroup(@Nullable DuplicateGroupId newGroup) {
            return new Grouping(library, newGroup, livePhotoVideo, stack);
        }

        public Grouping withLivePhotoVideo(@Nullable AssetId newVideo) {
            return new Grouping(library, duplicateGroup, newVideo, stack);
        }

        public Grouping inStack(@Nullable StackId newStack) {
            return new Grouping(library, duplicateGroup, livePhotoVideo, newStack);
        }
    }

    public RemoteState withTrashed(boolean newTrashed) {
        return new RemoteState(visibility, favorite, newTrashed, offline, grouping);
    }

    public RemoteState withFavorite(boolean newFavorite) {
        return new RemoteState(visibility, newFavorite, trashed, offline, grouping);
    }

    public RemoteState withVisibility(Visibility newVisibility) {
        return new RemoteState(newVisibility, favorite, trashed, offline, grouping);
    }

    public RemoteState withGrouping(Grouping newGrouping) {
        return new RemoteState(visibility, favorite, trashed, offline, newGrouping);
    }
}
