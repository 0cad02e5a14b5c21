package app.heirloom.storage.sql.timeline;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.AssetFilter;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.timeline.BoundingBox;
import app.heirloom.library.timeline.TimelineQuery;
import app.heirloom.library.timeline.TimelineSelection;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Times;
import app.heirloom.storage.sql.row.Condition;
import app.heirloom.storage.sql.search.CriterionSql;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** What a timeline shows, as conditions. */
final class TimelineSql {
    private TimelineSql() {}

    /** On rows of asset. */
    static Condition assets(TimelineQuery query) {
        Condition condition = selected(query);
        if (query.order().primariesOnly()) {
            condition.and("not is_behind_primary");
        }
        BoundingBox box = query.box();
        if (box != null) {
            condition.and(
                    "asset.id in (select asset_id from asset_exif where latitude between ? and ? and "
                            + (box.west() <= box.east()
                                    ? "longitude between ? and ?)"
                                    : "(longitude >= ? or longitude <= ?))"),
                    box.south(),
                    box.north(),
                    box.west(),
                    box.east());
        }
        return condition;
    }

    private static Condition selected(TimelineQuery query) {
        TimelineSelection selection = query.selection();
        return switch (selection) {
            case TimelineSelection.Owned(var user) -> Condition.of(user, query.filter());
            case TimelineSelection.OfPerson(var user, var person) ->
                Condition.of(user, query.filter())
                        .and(
                                "asset.id in (select asset_id from asset_face where is_visible and person_id = ?)",
                                person.value());
            case TimelineSelection.OfTag(var user, var tag) ->
                Condition.of(user, query.filter()).and(CriterionSql.tagged("(?)"), tag.value());
            case TimelineSelection.OfAlbum(var user, var album) -> ofAlbum(user, album, query.filter());
        };
    }

    /** What is a favourite of others is none for the user. */
    private static Condition ofAlbum(UserId user, AlbumId album, AssetFilter filter) {
        Condition condition = Condition.ofAnybody(filter)
                .and("asset.id in (select asset_id from album_asset where album_id = ?)", album.value())
                .and("(owner_id = ? or visibility <> ? and trashed_at is null)", user.value(), Visibility.LOCKED);
        return filter.favorite() == null
                ? condition
                : condition.and("(is_favorite and owner_id = ?) = ?", user.value(), filter.favorite());
    }

    /** On rows of asset: those of the month. */
    static Condition assets(TimelineQuery query, YearMonth month) {
        return query.order().byCreation()
                ? assets(query).and("created_at >= ? and created_at < ?", micros(month), micros(month.plusMonths(1)))
                : assets(query)
                        .and(
                                "local_day between ? and ?",
                                month.atDay(1).toEpochDay(),
                                month.atEndOfMonth().toEpochDay());
    }

    /** Whether the table of time buckets knows the answer, but for what lies behind the primary assets of stacks. */
    static boolean isCounted(TimelineQuery query) {
        return query.selection() instanceof TimelineSelection.Owned
                && query.filter().favorite() == null
                && !query.order().byCreation()
                && query.box() == null;
    }

    private static long micros(YearMonth month) {
        return Times.micros(month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
