package app.heirloom.storage.sql.timeline;

import app.heirloom.library.asset.AssetFilter;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetState;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.grouping.Grouping;
import app.heirloom.library.asset.grouping.StackId;
import app.heirloom.library.timeline.Origin;
import app.heirloom.library.timeline.Scene;
import app.heirloom.library.timeline.Taken;
import app.heirloom.library.timeline.TimeBucket;
import app.heirloom.library.timeline.TimelineEntry;
import app.heirloom.library.timeline.TimelineQuery;
import app.heirloom.library.timeline.TimelineRepository;
import app.heirloom.library.timeline.TimelineSelection;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Codes;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Months;
import app.heirloom.storage.database.Row;
import app.heirloom.storage.sql.row.AssetRows;
import app.heirloom.storage.sql.row.Condition;
import app.heirloom.storage.sql.row.ExifRows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public final class SqlTimelineRepository implements TimelineRepository {
    private static final long MICROS_PER_DAY = 86_400_000_000L;

    /** As the index asset_exif_scene has it, or it would not be used. */
    private static final String HAS_SCENE =
            "(projection is not null or city is not null or country is not null or latitude is not null)";

    private final Database database;

    public SqlTimelineRepository(Database database) {
        this.database = database;
    }

    @Override
    public boolean exists(TimelineSelection selection) {
        return switch (selection) {
            case TimelineSelection.Owned _ -> true;
            case TimelineSelection.OfAlbum(var _, var album) ->
                database.exists("select 1 from album where id = ?", album.value());
            case TimelineSelection.OfPerson(var user, var person) ->
                database.exists("select 1 from person where id = ? and owner_id = ?", person.value(), user.value());
            case TimelineSelection.OfTag(var user, var tag) ->
                database.exists("select 1 from tag where id = ? and owner_id = ?", tag.value(), user.value());
        };
    }

    @Override
    public List<TimeBucket> listBuckets(TimelineQuery query) {
        var counts = new TreeMap<YearMonth, Long>(
                query.order().newestFirst() ? Comparator.reverseOrder() : Comparator.naturalOrder());
        if (TimelineSql.isCounted(query)) {
            addCounted(query, counts);
        } else if (query.order().byCreation()) {
            Condition condition = TimelineSql.assets(query);
            database.forEach(
                    "select created_at / " + MICROS_PER_DAY + " as day, count(*) from asset where " + condition.sql()
                            + " group by day",
                    row -> counts.merge(YearMonth.from(LocalDate.ofEpochDay(row.number())), row.number(), Long::sum),
                    condition.arguments());
        } else {
            Condition condition = TimelineSql.assets(query);
            add(counts, "select local_month, count(*) from asset", condition, 1);
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> new TimeBucket(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void addCounted(TimelineQuery query, Map<YearMonth, Long> counts) {
        UserId owner = query.selection().user();
        AssetFilter filter = query.filter();
        add(counts, "select local_month, sum(images + videos) from time_bucket", Condition.ofBuckets(owner, filter), 1);
        if (query.order().primariesOnly()) {
            Condition behind = Condition.of(owner, filter).and("is_behind_primary");
            add(counts, "select local_month, count(*) from asset", behind, -1);
        }
    }

    private void add(Map<YearMonth, Long> counts, String select, Condition condition, int sign) {
        database.forEach(
                select + " where " + condition.sql() + " group by local_month",
                row -> counts.merge(Months.month(row.integer()), sign * row.number(), Long::sum),
                condition.arguments());
    }

    @Override
    public List<TimelineEntry> listEntries(TimelineQuery query, YearMonth month) {
        Condition condition = TimelineSql.assets(query, month);
        String direction = query.order().newestFirst() ? " desc" : "";
        String order = query.order().byCreation() ? "created_at" : "local_day" + direction + ", captured_at";
        return database.list(
                """
                select asset.id, owner_id, type, captured_at, asset.local_at, created_at, width, height,
                  asset.duration_in_millis, thumbhash, visibility, is_favorite, trashed_at, live_photo_video_id, stack_id,
                  case when stack_id is null then 0
                    else (select count(*) from asset other where other.stack_id = asset.stack_id) end,
                  asset_exif.asset_id is not null, projection, city, country, latitude, longitude
                from asset left join asset_exif on asset_exif.asset_id = asset.id and %s
                """.formatted(HAS_SCENE) + "where " + condition.sql() + " order by " + order + direction,
                row -> entry(row, query),
                condition.arguments());
    }

    private static TimelineEntry entry(Row row, TimelineQuery query) {
        var id = new AssetId(row.uuid());
        UserId owner = owner(row, query.selection());
        AssetType type = Codes.type(row.integer());
        var taken = new Taken(row.instant(), row.local());
        var origin = new Origin(owner, type, row.instant());
        var appearance = AssetRows.appearance(row);
        boolean isOwn = owner.equals(query.selection().user());
        AssetState state = state(row, query.filter(), isOwn);
        return new TimelineEntry(
                id,
                origin,
                taken,
                appearance,
                state,
                scene(row, state.grouping().stack() != null));
    }

    /** What the query tells already is not read: a month has thousands of rows, and each column costs. */
    private static UserId owner(Row row, TimelineSelection selection) {
        if (selection instanceof TimelineSelection.OfAlbum) {
            return new UserId(row.uuid());
        }
        row.skip(1);
        return selection.user();
    }

    private static AssetState state(Row row, AssetFilter filter, boolean isOwn) {
        Visibility visibility = filter.visibility();
        if (visibility == null) {
            visibility = Codes.visibility(row.integer());
        } else {
            row.skip(1);
        }
        boolean favorite = row.flag() && isOwn;
        Instant trashed = filter.trashed() ? row.instant() : null;
        row.skip(filter.trashed() ? 0 : 1);
        AssetId livePhotoVideo = AssetRows.assetIdOrNull(row);
        return new AssetState(visibility, favorite, trashed, false, livePhotoVideo, grouping(row.uuidOrNull()));
    }

    private static Grouping grouping(@Nullable UUID stack) {
        return stack == null ? Grouping.NONE : new Grouping(null, new StackId(stack), null);
    }

    /** Few columns are worth a look in a row that has no scene. */
    private static Scene scene(Row row, boolean isStacked) {
        int stackSize = isStacked ? row.integer() : 0;
        row.skip(isStacked ? 0 : 1);
        if (row.flag()) {
            return new Scene(
                    row.textOrNull(), row.textOrNull(), row.textOrNull(), ExifRows.coordinates(row), stackSize);
        }
        return isStacked ? new Scene(null, null, null, null, stackSize) : Scene.UNKNOWN;
    }
}
