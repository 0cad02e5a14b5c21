package app.heirloom.storage.sql.timeline;

import app.heirloom.library.asset.AssetFilter;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.download.DownloadItem;
import app.heirloom.library.download.DownloadRepository;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import app.heirloom.storage.sql.row.AssetRows;
import app.heirloom.storage.sql.row.Condition;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

public final class SqlDownloadRepository implements DownloadRepository {
    private static final String SELECT = "select id, size_in_bytes, live_photo_video_id from asset ";

    private final Database database;

    public SqlDownloadRepository(Database database) {
        this.database = database;
    }

    @Override
    public List<DownloadItem> list(Collection<AssetId> ids) {
        Map<AssetId, DownloadItem> found = new HashMap<>();
        Database.inPortions(
                ids,
                (portion, placeholders) -> database.forEach(
                        SELECT + "where id in " + placeholders,
                        row -> {
                            DownloadItem item = item(row);
                            found.put(item.asset(), item);
                        },
                        portion.stream().map(AssetId::value).toArray()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    @Override
    public List<DownloadItem> listAll(UserId owner) {
        Condition condition = Condition.of(owner, new AssetFilter(null, null, false));
        return database.list(
                SELECT + "where " + condition.sql() + " order by captured_at desc, id",
                SqlDownloadRepository::item,
                condition.arguments());
    }

    private static DownloadItem item(Row row) {
        return new DownloadItem(new AssetId(row.uuid()), row.number(), AssetRows.assetIdOrNull(row));
    }
}
