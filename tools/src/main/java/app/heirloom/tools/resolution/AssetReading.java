package app.heirloom.tools.resolution;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.asset.WholeRemoteAsset;
import app.heirloom.tools.backup.SavedAsset;
import java.util.List;
import java.util.Optional;

/** Reads all that a photo server says of an asset. */
record AssetReading(PhotoServer photos) {
    Optional<SavedAsset> find(AssetId id) {
        return photos.assets().find(id).map(this::complete);
    }

    /** Faces are asked for only where somebody is seen. */
    private SavedAsset complete(WholeRemoteAsset whole) {
        AssetId id = whole.asset().id();
        return new SavedAsset(
                whole.asset(),
                photos.albums().listOf(id),
                whole.tags(),
                whole.people().isEmpty() ? List.of() : photos.people().listFaces(id));
    }
}
