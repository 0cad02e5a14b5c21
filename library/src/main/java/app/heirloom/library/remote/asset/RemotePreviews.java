package app.heirloom.library.remote.asset;

import app.heirloom.library.asset.AssetId;
import java.util.Optional;

/** The previews that a photo server made: JPEG or WebP, as it likes, upright, and for videos of one frame. */
public interface RemotePreviews {
    /** Begins to download the preview of about 1440 pixels, to be closed; empty when the asset has none (yet). */
    Optional<RemoteDownload> find(AssetId id);

    /** The same for the thumbnail of about 250 pixels. */
    Optional<RemoteDownload> findThumbnail(AssetId id);
}
