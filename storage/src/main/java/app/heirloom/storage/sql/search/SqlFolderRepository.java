package app.heirloom.storage.sql.search;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetFilter;
import app.heirloom.library.search.FolderRepository;
import app.heirloom.library.search.FoundAsset;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import app.heirloom.storage.sql.row.AssetRows;
import app.heirloom.storage.sql.row.Condition;
import app.heirloom.storage.sql.row.ExifRows;
import java.util.List;
import java.util.Optional;

public final class SqlFolderRepository implements FolderRepository {
    /** All up to the last slash: strips from the end whatever is no slash. */
    private static final String FOLDER = "rtrim(blob_key, replace(blob_key, '/', ''))";

    private static final AssetFilter VISIBLE = new AssetFilter(null, null, false);

    private final Database database;

    public SqlFolderRepository(Database database) {
        this.database = database;
    }

    @Override
    public List<String> listPaths(UserId owner) {
        Condition condition = Condition.of(owner, VISIBLE);
        return database.list(
                "select distinct " + FOLDER + " as folder from asset where " + condition.sql() + " order by folder",
                row -> withoutSlash(row.text()),
                condition.arguments());
    }

    @Override
    public List<FoundAsset> list(UserId owner, String path) {
        Condition condition = Condition.of(owner, VISIBLE).and(FOLDER + " = ?", withoutSlash(path) + "/");
        return database.list(
                "select " + AssetRows.COLUMNS + ", asset_exif.asset_id, " + ExifRows.COLUMNS
                        + " from asset left join asset_exif on asset_exif.asset_id = asset.id where " + condition.sql()
                        + " order by file_name_folded, asset.id",
                SqlFolderRepository::found,
                condition.arguments());
    }

    private static FoundAsset found(Row row) {
        Asset asset = AssetRows.asset(row);
        return new FoundAsset(asset, row.uuidOrNull() == null ? Optional.empty() : Optional.of(ExifRows.exif(row)));
    }

    private static String withoutSlash(String folder) {
        return folder.length() > 1 && folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    }
}
