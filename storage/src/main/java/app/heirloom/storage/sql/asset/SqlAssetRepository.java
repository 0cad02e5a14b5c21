package app.heirloom.storage.sql.asset;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetCounts;
import app.heirloom.library.asset.AssetFile;
import app.heirloom.library.asset.AssetFilter;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.asset.AssetState;
import app.heirloom.library.asset.AssetTimes;
import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.ContentMatch;
import app.heirloom.library.asset.FileKind;
import app.heirloom.library.asset.Original;
import app.heirloom.library.asset.appearance.Appearance;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.asset.appearance.ThumbHash;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.asset.grouping.StackId;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Folding;
import app.heirloom.storage.database.Months;
import app.heirloom.storage.database.Row;
import app.heirloom.storage.sql.row.AssetRows;
import app.heirloom.storage.sql.row.Condition;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

public final class SqlAssetRepository implements AssetRepository {
    private static final String SELECT = "select " + AssetRows.COLUMNS + " from asset ";

    private final Database database;
    private final SqlStackRepository stacks;
    private final AssetRemoval removal;

    public SqlAssetRepository(Database database, SqlStackRepository stacks) {
        this.database = database;
        this.stacks = stacks;
        this.removal = new AssetRemoval(database, stacks);
    }

    @Override
    public Optional<Asset> find(AssetId id) {
        return database.find(SELECT + "where id = ?", AssetRows::asset, id.value());
    }

    @Override
    public List<Asset> list(Collection<AssetId> ids) {
        List<Asset> found = new ArrayList<>();
        Database.inPortions(
                ids,
                (portion, placeholders) -> found.addAll(
                        database.list(SELECT + "where id in " + placeholders, AssetRows::asset, uuids(portion))));
        return found;
    }

    @Override
    public Optional<AssetId> findByChecksum(UserId owner, Checksum checksum) {
        return database.find(
                "select id from asset where owner_id = ? and checksum = ? and library_id is null",
                row -> new AssetId(row.uuid()),
                owner.value(),
                checksum.bytes());
    }

    @Override
    public List<ContentMatch> listByChecksum(UserId owner, Collection<Checksum> checksums) {
        List<ContentMatch> found = new ArrayList<>();
        Database.inPortions(checksums, (portion, placeholders) -> {
            List<Object> arguments = new ArrayList<>();
            arguments.add(owner.value());
            portion.forEach(checksum -> arguments.add(checksum.bytes()));
            found.addAll(database.list(
                    "select checksum, id, trashed_at from asset where owner_id = ? and library_id is null and checksum in "
                            + placeholders,
                    row -> new ContentMatch(
                            Checksum.of(row.bytes()), new AssetId(row.uuid()), row.instantOrNull() != null),
                    arguments.toArray()));
        });
        return found;
    }

    @Override
    public boolean add(Asset asset) {
        Original original = asset.original();
        AssetTimes times = asset.times();
        AssetState state = asset.state();
        return database.update(
                        """
                        insert into asset (id, owner_id, file_name, file_name_folded, type, checksum, size_in_bytes,
                          blob_key, captured_at, local_at, local_day, local_month, file_modified_at, created_at,
                          updated_at, width, height, duration_in_millis, thumbhash, visibility, is_favorite,
                          trashed_at, is_offline, live_photo_video_id, library_id, change_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict do nothing
                        """,
                        asset.id().value(),
                        asset.owner().value(),
                        original.fileName(),
                        Folding.fold(original.fileName()),
                        original.type(),
                        original.checksum().bytes(),
                        original.sizeInBytes(),
                        original.key().path(),
                        times.captured(),
                        times.local(),
                        day(times.local()),
                        month(times.local()),
                        times.fileModified(),
                        times.created(),
                        times.updated(),
                        of(asset.appearance().dimensions(), Dimensions::width),
                        of(asset.appearance().dimensions(), Dimensions::height),
                        asset.appearance().duration(),
                        of(asset.appearance().thumbhash(), ThumbHash::bytes),
                        state.visibility(),
                        state.favorite(),
                        state.trashed(),
                        state.offline(),
                        of(state.livePhotoVideo(), AssetId::value),
                        of(state.grouping().library(), LibraryId::value),
                        database.nextChange())
                == 1;
    }

    @Override
    public void save(Asset asset) {
        AssetTimes times = asset.times();
        Appearance appearance = asset.appearance();
        AssetState state = asset.state();
        database.update(
                """
                update asset set captured_at = ?, local_at = ?, local_day = ?, local_month = ?,
                  file_modified_at = ?, updated_at = ?, width = ?, height = ?, duration_in_millis = ?,
                  thumbhash = ?, visibility = ?, is_favorite = ?, trashed_at = ?, is_offline = ?,
                  live_photo_video_id = ?, change_id = ?
                where id = ?
                """,
                times.captured(),
                times.local(),
                day(times.local()),
                month(times.local()),
                times.fileModified(),
                times.updated(),
                of(appearance.dimensions(), Dimensions::width),
                of(appearance.dimensions(), Dimensions::height),
                appearance.duration(),
                of(appearance.thumbhash(), ThumbHash::bytes),
                state.visibility(),
                state.favorite(),
                state.trashed(),
                state.offline(),
                of(state.livePhotoVideo(), AssetId::value),
                database.nextChange(),
                asset.id().value());
        StackId stack = state.grouping().stack();
        if (stack != null) {
            stacks.leadVisibly(stack);
        }
    }

    @Override
    public void remove(Collection<AssetId> ids) {
        removal.remove(ids);
    }

    @Override
    public List<AssetId> listTrashed(UserId owner) {
        return database.list("""
                select id from asset where owner_id = ? and trashed_at is not null
                  and not (is_offline and exists (select 1 from external_file
                    where external_file.asset_id = asset.id and external_file.trashed_at = asset.trashed_at))
                """, row -> new AssetId(row.uuid()), owner.value());
    }

    @Override
    public List<AssetId> listTrashedBefore(Instant instant, int limit) {
        return database.list(
                "select id from asset where trashed_at < ? and not is_offline limit ?",
                row -> new AssetId(row.uuid()),
                instant,
                limit);
    }

    @Override
    public boolean isReferenced(BlobKey key) {
        return database.exists("""
                select 1 from asset where blob_key = ?
                union all select 1 from asset_file where blob_key = ?
                """, key.path(), key.path());
    }

    @Override
    public List<AssetFile> listFiles(AssetId id) {
        return database.list(
                "select asset_id, kind, blob_key, size_in_bytes from asset_file where asset_id = ?",
                SqlAssetRepository::file,
                id.value());
    }

    @Override
    public Optional<AssetFile> findFile(AssetId id, FileKind kind) {
        return database.find(
                "select asset_id, kind, blob_key, size_in_bytes from asset_file where asset_id = ? and kind = ?",
                SqlAssetRepository::file,
                id.value(),
                kind);
    }

    @Override
    public void saveFile(AssetFile file) {
        database.update("""
                insert into asset_file (asset_id, kind, blob_key, size_in_bytes) values (?, ?, ?, ?)
                on conflict (asset_id, kind) do update
                set blob_key = excluded.blob_key, size_in_bytes = excluded.size_in_bytes, modified_at = null
                """, file.asset().value(), file.kind(), file.key().path(), file.sizeInBytes());
    }

    @Override
    public AssetCounts count(UserId owner, AssetFilter filter) {
        String counts = "coalesce(sum(images), 0), coalesce(sum(videos), 0) from time_bucket";
        Condition condition = Condition.ofBuckets(owner, filter);
        if (filter.favorite() != null) {
            counts = "count(case when type = 0 then 1 end), count(case when type = 1 then 1 end) from asset";
            condition = Condition.of(owner, filter);
        }
        return database.find(
                        "select " + counts + " where " + condition.sql(),
                        row -> new AssetCounts(row.number(), row.number()),
                        condition.arguments())
                .orElseThrow();
    }

    private static AssetFile file(Row row) {
        return new AssetFile(
                new AssetId(row.uuid()), row.constant(FileKind.class), new BlobKey(row.text()), row.number());
    }

    private static Object[] uuids(List<AssetId> ids) {
        return ids.stream().map(AssetId::value).toArray();
    }

    private static long day(LocalDateTime local) {
        return local.toLocalDate().toEpochDay();
    }

    private static int month(LocalDateTime local) {
        return Months.number(YearMonth.from(local));
    }

    private static <T, R> @Nullable R of(@Nullable T value, Function<T, R> part) {
        return value == null ? null : part.apply(value);
    }
}
