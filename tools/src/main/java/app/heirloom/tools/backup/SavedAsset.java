package app.heirloom.tools.backup;

import app.heirloom.library.duplicate.merge.KnownMetadata;
import app.heirloom.library.remote.album.RemoteAlbum;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.RemoteTag;
import app.heirloom.library.remote.person.RemoteFace;
import java.util.List;

/** All that a photo server says of an asset, at one moment. */
public record SavedAsset(RemoteAsset asset, List<RemoteAlbum> albums, List<RemoteTag> tags, List<RemoteFace> faces) {
    public SavedAsset {
        albums = List.copyOf(albums);
        tags = List.copyOf(tags);
        faces = List.copyOf(faces);
    }

    /** What is worth more than the copy. */
    public KnownMetadata known() {
        return KnownMetadata.of(asset.state().favorite(), asset.state().visibility(), asset.exif());
    }
}
