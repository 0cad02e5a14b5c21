package app.heirloom.storage.sql.external;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.FileKind;
import app.heirloom.library.asset.Original;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.external.ExternalFile;
import app.heirloom.library.external.ExternalFileRepository;
import app.heirloom.library.external.FileCounts;
import app.heirloom.library.external.folder.FileStamp;
import app.heirloom.library.external.folder.SidecarFile;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Folding;
import app.heirloom.storage.database.Row;
import app.heirloom.storage.sql.row.AssetRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class SqlExternalFileRepository implements ExternalFileRepository {
    private static final String COLUMNS = """
            external_file.asset_id, path, external_file.size_in_bytes, external_file.modified_at,
            sidecar.blob_key, sidecar.size_in_bytes, sidecar.modified_at, is_missing, external_file.trashed_at
            """;

    private static final String FILES = """
            from external_file left join asset_file sidecar
              on sidecar.asset_id = external_file.asset_id and sidecar.kind = 'SIDECAR'
            """;

    private final Database database;

    public SqlExternalFileRepository(Database database) {
        this.database = database;
    }

    @Override
    public List<ExternalFile> list(LibraryId library, String after, int limit) {
        return database.list(
                "select " + COLUMNS + FILES + " where library_id = ? and path > ? order by path limit ?",
                SqlExternalFileRepository::file,
                library.value(),
                after,
                limit);
    }

    @Override
    public boolean existsBelow(LibraryId library, String folder) {
        String prefix = folder.endsWith("/") ? folder : folder + "/";
        return database.find(
                        "select path from external_file where library_id = ? and path > ? order by path limit 1",
                        Row::text,
                        library.value(),
                        prefix)
                .filter(path -> path.startsWith(prefix))
                .isPresent();
    }

    @Override
    public Map<Checksum, List<ExternalFile>> listByContent(LibraryId library, Collection<Checksum> checksums) {
        Map<Checksum, List<ExternalFile>> found = new HashMap<>();
        Database.inPortions(checksums, (portion, placeholders) -> {
            List<Object> arguments = new ArrayList<>();
            arguments.add(library.value());
            portion.forEach(checksum -> arguments.add(checksum.bytes()));
            database.forEach(
                    "select checksum, " + COLUMNS + FILES + " join asset on asset.id = external_file.asset_id"
                            + " where asset.library_id = ? and checksum in " + placeholders,
                    row -> found.computeIfAbsent(Checksum.of(row.bytes()), content -> new ArrayList<>())
                            .add(file(row)),
                    arguments.toArray());
        });
        return found;
    }

    @Override
    public void add(LibraryId library, ExternalFile file) {
        database.update(
                """
                insert into external_file (library_id, path, asset_id, size_in_bytes, modified_at)
                values (?, ?, ?, ?, ?)
                """,
                library.value(),
                file.path(),
                file.asset().value(),
                file.stamp().sizeInBytes(),
                file.stamp().modified());
    }

    @Override
    public void save(ExternalFile file) {
        database.update(
                """
                update external_file set path = ?, size_in_bytes = ?, modified_at = ?, is_missing = ?, trashed_at = ?
                where asset_id = ?
                """,
                file.path(),
                file.stamp().sizeInBytes(),
                file.stamp().modified(),
                file.missing(),
                file.trashed(),
                file.asset().value());
    }

    @Override
    public void saveOriginal(Asset asset) {
        Original original = asset.original();
        database.update(
                """
                update asset set file_name = ?, file_name_folded = ?, checksum = ?, size_in_bytes = ?, blob_key = ?,
                  file_modified_at = ?, change_id = ?
                where id = ?
                """,
                original.fileName(),
                Folding.fold(original.fileName()),
                original.checksum().bytes(),
                original.sizeInBytes(),
                original.key().path(),
                asset.times().fileModified(),
                database.nextChange(),
                asset.id().value());
    }

    @Override
    public void saveSidecar(AssetId asset, Optional<SidecarFile> sidecar) {
        database.update(
                "insert into blob_removal select blob_key from asset_file where asset_id = ? and kind = ? and "
                        + AssetRows.OWN_FILES + " on conflict do nothing",
                asset.value(),
                FileKind.SIDECAR);
        database.update("delete from asset_file where asset_id = ? and kind = ?", asset.value(), FileKind.SIDECAR);
        sidecar.ifPresent(file -> database.update(
                "insert into asset_file (asset_id, kind, blob_key, size_in_bytes, modified_at) values (?, ?, ?, ?, ?)",
                asset.value(),
                FileKind.SIDECAR,
                file.key().path(),
                file.sizeInBytes(),
                file.modified()));
    }

    @Override
    public void markMissing(LibraryId library, Collection<String> paths) {
        Database.inPortions(paths, (portion, placeholders) -> {
            List<Object> arguments = new ArrayList<>();
            arguments.add(true);
            arguments.add(library.value());
            arguments.addAll(portion);
            database.update(
                    "update external_file set is_missing = ? where library_id = ? and path in " + placeholders,
                    arguments.toArray());
        });
    }

    @Override
    public FileCounts count(LibraryId library) {
        return database.find("""
                        select count(*), count(case when is_missing then 1 end)
                        from external_file join asset on asset.id = asset_id
                        where external_file.library_id = ? and not is_offline
                        """, row -> new FileCounts(row.number(), row.number()), library.value())
                .orElseThrow();
    }

    @Override
    public List<ExternalFile> listLost(LibraryId library, int limit) {
        return database.list(
                "select " + COLUMNS + FILES + " join asset on asset.id = external_file.asset_id"
                        + " where external_file.library_id = ? and is_missing and not is_offline limit ?",
                SqlExternalFileRepository::file,
                library.value(),
                limit);
    }

    @Override
    public List<AssetId> listAssets(LibraryId library, int limit) {
        return database.list(
                "select id from asset where library_id = ? limit ?",
                row -> new AssetId(row.uuid()),
                library.value(),
                limit);
    }

    private static ExternalFile file(Row row) {
        return new ExternalFile(
                new AssetId(row.uuid()),
                row.text(),
                new FileStamp(row.number(), row.instant()),
                sidecar(row),
                row.flag(),
                row.instantOrNull());
    }

    private static Optional<SidecarFile> sidecar(Row row) {
        String key = row.textOrNull();
        Long size = row.numberOrNull();
        var modified = row.instantOrNull();
        return key == null || size == null
                ? Optional.empty()
                : Optional.of(new SidecarFile(new BlobKey(key), size, modified));
    }
}
