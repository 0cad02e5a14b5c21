package app.heirloom.storage.device;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.device.DeviceFile;
import app.heirloom.library.device.DeviceFile.Identity;
import app.heirloom.library.device.DeviceFile.Presence;
import app.heirloom.library.device.DeviceFile.Traits;
import app.heirloom.library.device.FileStamp;
import app.heirloom.library.device.Provenance;
import app.heirloom.library.remote.HeldAsset;
import app.heirloom.library.remote.JoinKey;
import app.heirloom.storage.database.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads rows of files and of listed assets. */
final class FileRows {
    static final String FILE_COLUMNS = "f.path, f.size_in_bytes, f.modified_at, f.captured_at, f.width, f.height,"
            + " f.content_identifier, f.checksum, f.provenance, f.asset_id, f.gone_at, f.motion";
    static final String ASSET_COLUMNS = "a.id, a.name, a.captured_second, a.checksum, a.size_in_bytes, a.width,"
            + " a.height, a.video, a.trashed, a.external, a.hidden";

    private FileRows() {}

    static DeviceFile file(Row row) {
        return new DeviceFile(
                row.text(), new FileStamp(row.number(), row.instant()), traits(row), identity(row), presence(row));
    }

    private static @Nullable Traits traits(Row row) {
        Instant captured = row.instantOrNull();
        Dimensions dimensions = dimensions(row);
        String contentIdentifier = row.textOrNull();
        return captured == null ? null : new Traits(captured, dimensions, contentIdentifier);
    }

    private static @Nullable Dimensions dimensions(Row row) {
        Integer width = row.integerOrNull();
        Integer height = row.integerOrNull();
        return width == null || height == null ? null : new Dimensions(width, height);
    }

    private static @Nullable Identity identity(Row row) {
        byte[] checksum = row.bytesOrNull();
        String provenance = row.textOrNull();
        return checksum == null || provenance == null
                ? null
                : new Identity(Checksum.of(checksum), Provenance.valueOf(provenance));
    }

    private static Presence presence(Row row) {
        UUID asset = row.uuidOrNull();
        return new Presence(asset == null ? null : new AssetId(asset), row.instantOrNull(), row.flag());
    }

    static HeldAsset asset(Row row) {
        return new HeldAsset(
                new AssetId(row.uuid()),
                new JoinKey(row.text(), row.number()),
                Checksum.of(row.bytes()),
                new HeldAsset.Size(row.numberOrNull(), dimensions(row)),
                new HeldAsset.Standing(
                        row.flag() ? AssetType.VIDEO : AssetType.IMAGE, row.flag(), row.flag(), row.flag()));
    }
}
