package app.heirloom.storage.sql.row;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetState;
import app.heirloom.library.asset.AssetTimes;
import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.Original;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.appearance.Appearance;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.asset.appearance.ThumbHash;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.asset.grouping.Grouping;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.asset.grouping.StackId;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Codes;
import app.heirloom.storage.database.Row;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads assets out of rows, for every repository that selects them. */
public final class AssetRows {
    /** What {@link #asset} reads. */
    public static final String COLUMNS = """
            asset.id, owner_id, file_name, type, asset.checksum, size_in_bytes, blob_key,
            captured_at, asset.local_at, file_modified_at, created_at, updated_at,
            width, height, asset.duration_in_millis, thumbhash,
            visibility, is_favorite,
            (trashed_at is not null or is_offline or live_photo_video_id is not null or library_id is not null
              or stack_id is not null or duplicate_group_id is not null),
            trashed_at, is_offline, live_photo_video_id, library_id, stack_id, duplicate_group_id
            """;

    private static final int RARE_COLUMNS = 6;

    /** Holds for files that lie in the data directory; all others belong to somebody else. */
    public static final String OWN_FILES = "(blob_key like 'originals/%' or blob_key like 'derivatives/%')";

    private AssetRows() {}

    public static Asset asset(Row row) {
        return new Asset(
                new AssetId(row.uuid()),
                new UserId(row.uuid()),
                new Original(
                        row.text(),
                        Codes.type(row.integer()),
                        Checksum.of(row.bytes()),
                        row.number(),
                        new BlobKey(row.text())),
                times(row),
                appearance(row),
                state(row));
    }

    private static AssetTimes times(Row row) {
        return new AssetTimes(row.instant(), row.local(), row.instant(), row.instant(), row.instant());
    }

    public static Appearance appearance(Row row) {
        return new Appearance(dimensions(row), row.durationOrNull(), thumbhash(row.bytesOrNull()));
    }

    /** Of most assets the rare columns are empty: one look instead of six, since each costs. */
    private static AssetState state(Row row) {
        Visibility visibility = Codes.visibility(row.integer());
        boolean isFavorite = row.flag();
        if (row.flag()) {
            return new AssetState(
                    visibility, isFavorite, row.instantOrNull(), row.flag(), assetIdOrNull(row), grouping(row));
        }
        row.skip(RARE_COLUMNS);
        return new AssetState(visibility, isFavorite, null, false, null, Grouping.NONE);
    }

    private static Grouping grouping(Row row) {
        UUID library = row.uuidOrNull();
        UUID stack = row.uuidOrNull();
        UUID duplicateGroup = row.uuidOrNull();
        if (library == null && stack == null && duplicateGroup == null) {
            return Grouping.NONE;
        }
        return new Grouping(
                library == null ? null : new LibraryId(library),
                stack == null ? null : new StackId(stack),
                duplicateGroup == null ? null : new DuplicateGroupId(duplicateGroup));
    }

    public static @Nullable Dimensions dimensions(Row row) {
        Integer width = row.integerOrNull();
        Integer height = row.integerOrNull();
        return width == null || height == null ? null : new Dimensions(width, height);
    }

    private static @Nullable ThumbHash thumbhash(byte @Nullable [] bytes) {
        return bytes == null ? null : ThumbHash.of(bytes);
    }

    public static @Nullable AssetId assetIdOrNull(Row row) {
        UUID id = row.uuidOrNull();
        return id == null ? null : new AssetId(id);
    }
}
