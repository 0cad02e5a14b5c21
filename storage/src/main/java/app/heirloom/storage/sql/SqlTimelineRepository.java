package app.heirloom.storage.sql;

import app.heirloom.library.asset.AssetFilter;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetState;
import app.heirloom.library.asset.Grouping;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.timeline.Taken;
import app.heirloom.library.timeline.TimeBucket;
import app.heirloom.library.timeline.TimelineEntry;
import app.heirloom.library.timeline.TimelineQuery;
import app.heirloom.library.timeline.TimelineRepository;
import app.heirloom.storage.database.Codes;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Months;
import app.heirloom.storage.database.Row;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

final class SqlTimelineRepository implements TimelineRepository {
    private final Database database;

    SqlTimelineRepository(Database database) {
        this.database = database;
    }

    @Override
    public List<TimeBucket> listBuckets(TimelineQuery query) {
        String order = " group by local_month order by local_month" + direction(query);
        AssetFilter filter = query.filter();
        if (filter.favorite() != null) {
            Condition condition = Condition.of(query.owner(), filter);
            return database.list(
                    "select local_month, count(*) from asset where " + condition.sql() + order,
                    SqlTimelineRepository::bucket,
                    condition.arguments());
        }
        Condition condition = Condition.ofBuckets(query.owner(), filter).and("images + videos > 0");
        return database.list(
                "select local_month, sum(images + videos) from time_bucket where " + condition.sql() + order,
                SqlTimelineRepository::bucket,
                condition.arguments());
    }

    @Override
    public List<TimelineEntry> listEntries(TimelineQuery query, YearMonth month) {
        Condition condition = Condition.of(query.owner(), query.filter())
                .and(
                        "local_day between ? and ?",
                        month.atDay(1).toEpochDay(),
                        month.atEndOfMonth().toEpochDay());
        String direction = direction(query);
        return database.list(
                """
                select id, type, captured_at, local_at, created_at, width, height, duration_in_millis,
                  thumbhash, visibility, is_favorite, trashed_at, live_photo_video_id
                from asset
                """ + "where " + condition.sql() + " order by local_day" + direction + ", captured_at" + direction,
                row -> entry(row, query.filter()),
                condition.arguments());
    }

    private static String direction(TimelineQuery query) {
        return query.newestFirst() ? " desc" : "";
    }

    private static TimeBucket bucket(Row row) {
        return new TimeBucket(Months.month(row.integer()), row.number());
    }

    private static TimelineEntry entry(Row row, AssetFilter filter) {
        return new TimelineEntry(
                new AssetId(row.uuid()),
                Codes.type(row.integer()),
                new Taken(row.instant(), row.local()),
                row.instant(),
                AssetRows.appearance(row),
                state(row, filter));
    }

    /** Leaves out what the filter tells already: a month has thousands of rows, and each column costs. */
    private static AssetState state(Row row, AssetFilter filter) {
        Visibility visibility = filter.visibility();
        if (visibility == null) {
            visibility = Codes.visibility(row.integer());
        } else {
            row.skip(1);
        }
        boolean favorite = row.flag();
        Instant trashed = filter.trashed() ? row.instant() : null;
        row.skip(filter.trashed() ? 0 : 1);
        return new AssetState(visibility, favorite, trashed, false, AssetRows.assetIdOrNull(row), Grouping.NONE);
    }
}
