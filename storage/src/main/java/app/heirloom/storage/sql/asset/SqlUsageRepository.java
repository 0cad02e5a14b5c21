package app.heirloom.storage.sql.asset;

import app.heirloom.library.asset.AssetCounts;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.usage.Usage;
import app.heirloom.library.asset.usage.UsageRepository;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import java.util.List;

public final class SqlUsageRepository implements UsageRepository {
    private final Database database;

    public SqlUsageRepository(Database database) {
        this.database = database;
    }

    @Override
    public List<Usage> list() {
        return database.list("""
                select app_user.id, coalesce(images, 0), coalesce(videos, 0), coalesce(image_bytes, 0),
                  coalesce(video_bytes, 0)
                from app_user
                left join (
                  select owner_id, sum(images) as images, sum(videos) as videos
                  from time_bucket where not is_trashed and visibility <> ? group by owner_id) as bucket
                  on bucket.owner_id = app_user.id
                left join (
                  select owner_id,
                    sum(case when type = ? then size_in_bytes end) as image_bytes,
                    sum(case when type = ? then size_in_bytes end) as video_bytes
                  from asset where library_id is null group by owner_id) as original
                  on original.owner_id = app_user.id
                order by app_user.created_at
                """, SqlUsageRepository::usage, Visibility.HIDDEN, AssetType.IMAGE, AssetType.VIDEO);
    }

    private static Usage usage(Row row) {
        return new Usage(
                new UserId(row.uuid()), new AssetCounts(row.number(), row.number()), row.number(), row.number());
    }
}
