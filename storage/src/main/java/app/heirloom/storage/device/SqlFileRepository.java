package app.heirloom.storage.device;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.device.DeviceCounts;
import app.heirloom.library.device.DeviceFile;
import app.heirloom.library.device.DeviceFile.Traits;
import app.heirloom.library.device.FileRepository;
import app.heirloom.library.device.FileStamp;
import app.heirloom.library.device.Provenance;
import app.heirloom.library.device.StrictJoin;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class SqlFileRepository implements FileRepository {
    private static final String PRESENT = "f.gone_at is null";
    /** The file of this path, as long as it has this stamp. */
    private static final String UNCHANGED = "path = ? and size_in_bytes = ? and modified_at = ?";
    /** The asset that has the content of the file f, if it is the user's to keep or to lose. */
    private static final String SAME_CONTENT = "a.checksum = f.checksum and not a.external";

    private final Database database;

    SqlFileRepository(Database database) {
        this.database = database;
    }

    @Override
    public List<DeviceFile> listUnchanged(Collection<Observation> files) {
        Map<String, FileStamp> stamps = new HashMap<>();
        files.forEach(file -> stamps.put(file.path(), file.stamp()));
        List<DeviceFile> unchanged = new ArrayList<>();
        Database.inPortions(
                stamps.keySet(),
                (portion, placeholders) -> database.forEach(
                        "select " + FileRows.FILE_COLUMNS + " from file f where not f.fresh and f.path in "
                                + placeholders,
                        row -> {
                            DeviceFile known = FileRows.file(row);
                            if (known.stamp().equals(stamps.get(known.path()))) {
                                unchanged.add(known);
                            }
                        },
                        portion.toArray()));
        return unchanged;
    }

    @Override
    public void see(long scan, Collection<DeviceFile> files) {
        database.updateAll(
                "update file set seen_scan = ?, gone_at = null, settled = 0 where path = ?",
                files.stream()
                        .map(file -> new @Nullable Object[] {scan, file.path()})
                        .toList());
    }

    @Override
    public void add(long scan, Collection<DeviceFile> files) {
        database.updateAll(
                "insert or replace into file (path, name, stem, video, size_in_bytes, modified_at, captured_at,"
                        + " captured_second, width, height, content_identifier, seen_scan, first_scan)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                files.stream().map(file -> row(file, scan)).toList());
    }

    private static @Nullable Object[] row(DeviceFile file, long scan) {
        String path = file.path();
        String name = file.name();
        int dot = name.lastIndexOf('.');
        String stem = path.substring(0, path.length() - (dot < 0 ? 0 : name.length() - dot));
        Traits traits = file.traits();
        Instant captured = traits == null ? null : traits.captured();
        Dimensions dimensions = traits == null ? null : traits.dimensions();
        return new @Nullable Object[] {
            path,
            name,
            stem.toLowerCase(Locale.ROOT),
            DeviceFile.typeOf(path) == AssetType.VIDEO,
            file.stamp().sizeInBytes(),
            file.stamp().modified(),
            captured,
            captured == null ? null : captured.getEpochSecond(),
            dimensions == null ? null : dimensions.width(),
            dimensions == null ? null : dimensions.height(),
            traits == null ? null : traits.contentIdentifier(),
            scan,
            scan
        };
    }

    private List<DeviceFile> list(String condition, String after, int limit) {
        return database.list(
                "select " + FileRows.FILE_COLUMNS + " from file f where " + condition
                        + " and f.path > ? order by f.path limit ?",
                FileRows::file,
                after,
                limit);
    }

    @Override
    public void pairMotion() {
        database.update("""
                update file set motion = exists (
                  select 1 from file still where still.content_identifier = file.content_identifier and not still.video
                    and still.gone_at is null)
                where video and content_identifier is not null and gone_at is null""");
    }

    @Override
    public List<StrictJoin.Case> listJoinable(long scan, String after, int limit) {
        String sameKey = "name = f.name and captured_second = f.captured_second";
        String seen = "from server_asset where " + sameKey + " and listed_scan = ?";
        return database.list(
                "select " + FileRows.FILE_COLUMNS + ", (select count(*) from file where " + sameKey
                        + " and gone_at is null and not motion), (select count(*) " + seen + "), "
                        + FileRows.ASSET_COLUMNS
                        + " from file f left join server_asset a on a.id = (select id " + seen + " limit 1) where "
                        + PRESENT + " and f.checksum is null and not f.motion and f.path > ? order by f.path limit ?",
                SqlFileRepository::joinCase,
                scan,
                scan,
                after,
                limit);
    }

    private static StrictJoin.Case joinCase(Row row) {
        DeviceFile file = FileRows.file(row);
        int twins = row.integer();
        int rows = row.integer();
        return new StrictJoin.Case(file, twins, rows, rows == 0 ? null : FileRows.asset(row));
    }

    @Override
    public List<DeviceFile> listVanished(long scan, String after, int limit) {
        return database.list(
                "select " + FileRows.FILE_COLUMNS + " from file f where f.seen_scan < ? and f.checksum is not null"
                        + " and not f.settled and f.path > ? order by f.path limit ?",
                FileRows::file,
                scan,
                after,
                limit);
    }

    @Override
    public List<DeviceFile> listUnidentified(String after, int limit) {
        return list(PRESENT + " and f.checksum is null", after, limit);
    }

    @Override
    public long countUnidentified() {
        return database.find(
                        "select count(*) from file f where " + PRESENT + " and f.checksum is null and not f.motion",
                        Row::number)
                .orElseThrow();
    }

    @Override
    public void identify(Collection<Identification> identifications) {
        database.updateAll(
                "update file set asset_id = coalesce(?, case when checksum = ? then asset_id end), checksum = ?,"
                        + " provenance = ? where " + UNCHANGED,
                identifications.stream().map(SqlFileRepository::row).toList());
    }

    private static @Nullable Object[] row(Identification identification) {
        byte[] checksum = identification.identity().checksum().bytes();
        DeviceFile file = identification.file();
        AssetId asset = identification.asset();
        return new @Nullable Object[] {
            asset == null ? null : asset.value(),
            checksum,
            checksum,
            identification.identity().provenance(),
            file.path(),
            file.stamp().sizeInBytes(),
            file.stamp().modified()
        };
    }

    @Override
    public void distrust(DeviceFile file) {
        database.update("update file set fresh = 1 where path = ?", file.path());
    }

    @Override
    public List<DeviceFile> listIdentified(@Nullable Provenance provenance, String after, int limit) {
        return list(knownAs(provenance), after, limit);
    }

    @Override
    public List<DeviceFile> sample(@Nullable Provenance provenance, int count) {
        return database.list(
                "select " + FileRows.FILE_COLUMNS + " from file f where " + knownAs(provenance)
                        + " order by random() limit ?",
                FileRows::file,
                count);
    }

    private static String knownAs(@Nullable Provenance provenance) {
        return PRESENT
                + (provenance == null ? " and f.checksum is not null" : " and f.provenance = '" + provenance + "'");
    }

    @Override
    public long markGone(long scan, Instant now) {
        return database.update("update file set gone_at = ? where seen_scan < ? and gone_at is null", now, scan);
    }

    @Override
    public void removeUnseen(long scan, Collection<String> paths) {
        paths.forEach(path -> database.update("delete from file where path = ? and seen_scan < ?", path, scan));
    }

    @Override
    public List<String> listUnseen(long scan, String after, int limit) {
        return database.list(
                "select path from file where seen_scan < ? and path > ? order by path limit ?",
                Row::text,
                scan,
                after,
                limit);
    }

    @Override
    public void noteAssets(long scan) {
        database.update("""
                update file set asset_id = a.id from server_asset a
                where file.seen_scan = ? and a.checksum = file.checksum and not a.external
                  and file.asset_id is not a.id and not exists (
                    select 1 from server_asset other where other.checksum = a.checksum and not other.external
                      and (other.trashed, other.id) < (a.trashed, a.id))""", scan);
    }

    @Override
    public void noteAsset(DeviceFile file, AssetId asset) {
        database.update("update file set asset_id = ? where path = ?", asset.value(), file.path());
    }

    @Override
    public List<Candidate> listCandidates(String after, int limit) {
        return database.list(
                "select " + FileRows.FILE_COLUMNS + ", " + FileRows.ASSET_COLUMNS
                        + " from file f join server_asset a on " + SAME_CONTENT
                        + " where f.gone_at is not null and not f.settled and not f.motion and f.asset_id is not null"
                        + " and not a.trashed and not a.hidden and f.path > ? order by f.path limit ?",
                row -> new Candidate(FileRows.file(row), FileRows.asset(row)),
                after,
                limit);
    }

    @Override
    public void settle(Checksum checksum) {
        database.update(
                "update file set settled = 1 where checksum = ? and gone_at is not null", (Object) checksum.bytes());
    }

    @Override
    public void settleTrashed() {
        database.update("update file set settled = 1 where gone_at is not null"
                + " and checksum in (select checksum from server_asset where trashed and not external)");
    }

    @Override
    public Optional<DeviceFile> findRead(Observation observation) {
        return database.find(
                "select " + FileRows.FILE_COLUMNS + " from file f where f.path = ? and f.size_in_bytes = ?"
                        + " and f.modified_at = ? and f.provenance = 'HASHED' and not f.fresh",
                FileRows::file,
                observation.path(),
                observation.stamp().sizeInBytes(),
                observation.stamp().modified());
    }

    @Override
    public boolean hasTwin(String path) {
        return database.exists(
                "select 1 from file lost join file f on f.stem = lost.stem and f.first_scan > lost.seen_scan"
                        + " and f.first_scan > 1" // as the index wants to hear
                        + " where lost.path = ? and " + PRESENT,
                path);
    }

    @Override
    public List<DeviceFile> listNeverThere(String after, int limit) {
        return list(PRESENT + " and f.asset_id is null and not f.motion and f.checksum is not null", after, limit);
    }

    @Override
    public List<DeviceFile> listDeletedThere(String after, int limit) {
        return list(PRESENT + " and not f.motion and " + deletedThere(), after, limit);
    }

    private static String deletedThere() {
        return "f.asset_id is not null and not " + isThere();
    }

    private static String isThere() {
        return "exists (select 1 from server_asset a where " + SAME_CONTENT + " and not a.trashed)";
    }

    @Override
    public Optional<DeviceFile> findMotion(DeviceFile still) {
        Traits traits = still.traits();
        if (traits == null || traits.contentIdentifier() == null) {
            return Optional.empty();
        }
        return database.find(
                "select " + FileRows.FILE_COLUMNS + " from file f where f.content_identifier = ? and f.motion and "
                        + PRESENT,
                FileRows::file,
                traits.contentIdentifier());
    }

    @Override
    public DeviceCounts counts() {
        return database.find(
                        "select sum(" + PRESENT + " and not f.motion), sum(" + PRESENT + " and f.motion), sum("
                                + PRESENT
                                + " and f.provenance = 'IMPUTED'), sum(" + PRESENT + " and not f.motion and "
                                + isThere() + "), sum(" + PRESENT + " and not f.motion and " + deletedThere()
                                + "), (select count(distinct f.path) from file f where f.gone_at is not null"
                                + " and not f.settled and not f.motion and f.asset_id is not null and " + isThere()
                                + ") from file f",
                        row -> new DeviceCounts(
                                row.number(), row.number(), row.number(), row.number(), row.number(), row.number()))
                .orElseThrow();
    }
}
