package app.heirloom.library.external;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.external.folder.FileStamp;
import app.heirloom.library.external.folder.SidecarFile;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file that an external asset rests on, as a scan saw it last.
 *
 * @param path absolute
 * @param missing whether the last scan did not find it
 * @param trashed since when the asset is in the trash because of that; null when nobody or somebody else put it there
 */
public record ExternalFile(
        AssetId asset,
        String path,
        FileStamp stamp,
        Optional<SidecarFile> sidecar,
        boolean missing,
        @Nullable Instant trashed) {

    ExternalFile trashedAt(Instant instant) {
        return new ExternalFile(asset, path, stamp, sidecar, missing, instant);
    }
}
