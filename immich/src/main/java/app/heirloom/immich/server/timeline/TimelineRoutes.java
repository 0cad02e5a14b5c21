package app.heirloom.immich.server.timeline;

import app.heirloom.immich.Library;
import app.heirloom.immich.json.asset.TimeBucketJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.JsonAnswer;
import app.heirloom.immich.server.http.TextFields;
import app.heirloom.library.asset.AssetFilter;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.timeline.TimelineEntry;
import app.heirloom.library.timeline.TimelineQuery;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The timeline, month by month. */
final class TimelineRoutes {
    /** A date, or a moment of it, of which only the month counts; some clients put a sign before the year. */
    private static final Pattern BUCKET = Pattern.compile("\\+?(\\d{4})-(\\d{2})-\\d{2}(T.*)?");

    private enum Order {
        ASC,
        DESC
    }

    private final Library.Views views;
    private final Transactions transactions;

    TimelineRoutes(Library.Views views, Transactions transactions) {
        this.views = views;
        this.transactions = transactions;
    }

    Answer listBuckets(Context http, Caller caller) {
        TimelineQuery query = query(TextFields.ofQuery(http), caller);
        return Answer.ok(transactions.read(() -> views.timeline().listBuckets(query)).stream()
                .map(TimeBucketJson::of)
                .toList());
    }

    Answer getBucket(Context http, Caller caller) {
        var fields = TextFields.ofQuery(http);
        TimelineQuery query = query(fields, caller);
        YearMonth month = month(fields.text("timeBucket"));
        List<TimelineEntry> entries = transactions.read(() -> views.timeline().listEntries(query, month));
        var columns = new TimelineColumns(query.owner(), entries);
        if (fields.findFlag("withStacked").orElse(false)) {
            columns.addStacks();
        }
        if (fields.findFlag("withCoordinates").orElse(false)) {
            columns.addCoordinates(exifs(entries));
        }
        return JsonAnswer.ofText(columns.toJson());
    }

    private Map<AssetId, Exif> exifs(List<TimelineEntry> entries) {
        return transactions.read(
                () -> views.exifs().list(entries.stream().map(TimelineEntry::id).toList()));
    }

    private static TimelineQuery query(TextFields fields, Caller caller) {
        refuseOthers(fields, caller);
        Visibility visibility = fields.findVisibility("visibility").orElse(null);
        boolean trashed = fields.findFlag("isTrashed").orElse(false);
        if (visibility == Visibility.LOCKED) {
            throw ErrorCode.UNAUTHENTICATED.exception("Elevated permission is required");
        }
        if (fields.findFlag("withPartners").orElse(false)
                && (visibility != Visibility.TIMELINE
                        || trashed
                        || fields.findFlag("isFavorite").isPresent())) {
            throw ErrorCode.INVALID.exception(
                    "withPartners is only supported for the timeline, without archive, favorites and trash");
        }
        Order order = fields.findChoice(
                        "order", Order.values(), choice -> choice.name().toLowerCase(Locale.ROOT))
                .orElse(Order.DESC);
        var filter = new AssetFilter(visibility, fields.findFlag("isFavorite").orElse(null), trashed);
        return new TimelineQuery(caller.id(), filter, order == Order.DESC);
    }

    /** What does not exist yet, or belongs to others, is refused alike. */
    private static void refuseOthers(TextFields fields, Caller caller) {
        fields.findUuid("userId").filter(id -> !id.equals(caller.id().value())).ifPresent(id -> {
            throw ErrorCode.NO_ACCESS.exception("Not found or no timeline.read access");
        });
        for (String feature : List.of("album", "person", "tag")) {
            fields.findUuid(feature + "Id").ifPresent(id -> {
                throw ErrorCode.NO_ACCESS.exception("Not found or no " + feature + ".read access");
            });
        }
    }

    private static YearMonth month(String text) {
        Matcher bucket = BUCKET.matcher(text);
        try {
            if (bucket.matches()) {
                return YearMonth.of(Integer.parseInt(bucket.group(1)), Integer.parseInt(bucket.group(2)));
            }
        } catch (DateTimeException e) {
            // the thirteenth month is as wrong as no month at all
        }
        throw InvalidFieldException.format("Invalid date: expected YYYY-MM-DD", "timeBucket");
    }
}
