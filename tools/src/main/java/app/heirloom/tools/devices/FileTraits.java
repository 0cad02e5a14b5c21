package app.heirloom.tools.devices;

import app.heirloom.library.asset.AssetTimes;
import app.heirloom.library.device.DeviceFile;
import app.heirloom.library.device.DeviceFile.Traits;
import app.heirloom.library.device.FileRepository.Observation;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.metadata.CaptureTime;
import app.heirloom.library.metadata.MediaMetadata;
import app.heirloom.library.metadata.extraction.MetadataReader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Asks files what they say of themselves, by the rules of the server. */
final class FileTraits {
    private final MetadataReader reader;
    private final Path root;

    FileTraits(MetadataReader reader, Path root) {
        this.reader = reader;
        this.root = root;
    }

    /** The file with its traits; without, when its content is no image or video, or cannot be read. */
    DeviceFile read(Observation found) {
        return new DeviceFile(found.path(), found.stamp(), find(found), null, DeviceFile.Presence.NEW);
    }

    private @Nullable Traits find(Observation found) {
        try {
            MediaMetadata metadata = reader.glance(root.resolve(found.path()), DeviceFile.typeOf(found.path()));
            Instant modified = found.stamp().modified();
            var known = new AssetTimes(
                    modified, LocalDateTime.ofInstant(modified, ZoneOffset.UTC), modified, modified, modified);
            return new Traits(
                    CaptureTime.of(metadata.exif().capture(), known).instant(),
                    metadata.exif().frame().upright(),
                    metadata.contentIdentifier());
        } catch (HeirloomException e) {
            if (e.code() != ErrorCode.UNREADABLE_MEDIA) {
                throw e;
            }
            return null;
        }
    }
}
