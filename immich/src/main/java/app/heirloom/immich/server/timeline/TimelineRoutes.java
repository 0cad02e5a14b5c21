package app.heirloom.immich.server.timeline;

import app.heirloom.immich.Library;
import app.heirloom.immich.json.asset.TimeBucketJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.JsonAnswer;
import app.heirloom.immich.server.http.TextFields;
import app.heirloom.library.album.AlbumAccess;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.timeline.TimelineEntry;
import app.heirloom.library.timeline.TimelineQuery;
import app.heirloom.library.timeline.TimelineSelection;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Caller.Credential.OfSharedLink;
import app.heirloom.library.user.LinkPass;
import app.heirloom.library.user.Permission;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The timeline, month by month. */
final class TimelineRoutes {
    /** A date, or a moment of it, of which only the month counts; some clients put a sign before the year. */
    private static final Pattern BUCKET = Pattern.compile("\\+?(\\d{4})-(\\d{2})-\\d{2}(T.*)?");

    private final Library.Views views;
    private final AlbumAccess albums;
    private final Transactions transactions;

    TimelineRoutes(Library.Views views, AlbumAccess albums, Transactions transactions) {
        this.views = views;
        this.albums = albums;
        this.transactions = transactions;
    }

    Answer listBuckets(Context http, Caller caller) {
        TimelineQuery query = TimelineRequest.read(TextFields.ofQuery(http), caller);
        return Answer.ok(read(caller, query, () -> views.timeline().listBuckets(query)).stream()
                .map(TimeBucketJson::of)
                .toList());
    }

    Answer getBucket(Context http, Caller caller) {
        var fields = TextFields.ofQuery(http);
        TimelineQuery query = TimelineRequest.read(fields, caller);
        YearMonth month = month(fields.text("timeBucket"));
        List<TimelineEntry> entries = read(caller, query, () -> views.timeline().listEntries(query, month));
        var columns = new TimelineColumns(entries);
        if (query.order().primariesOnly()) {
            columns.addStacks();
        }
        if (showsPlaces(caller)) {
            columns.addPlaces();
            if (fields.findFlag("withCoordinates").orElse(false)) {
                columns.addCoordinates();
            }
        }
        return JsonAnswer.ofText(columns.toJson());
    }

    /** What the caller may see of it, within one read. */
    private <T> T read(Caller caller, TimelineQuery query, Supplier<T> view) {
        return transactions.read(() -> {
            switch (query.selection()) {
                case TimelineSelection.Owned _ -> {}
                case TimelineSelection.OfAlbum(var _, var album) -> albums.get(caller, album, Permission.ALBUM_READ);
                case TimelineSelection.OfPerson person -> require(person, "person");
                case TimelineSelection.OfTag tag -> require(tag, "tag");
            }
            return view.get();
        });
    }

    private void require(TimelineSelection selection, String what) {
        if (!views.timeline().exists(selection)) {
            throw ErrorCode.NO_ACCESS.exception("Not found or no " + what + ".read access");
        }
    }

    private static boolean showsPlaces(Caller caller) {
        return !(caller.credential() instanceof OfSharedLink(LinkPass pass)) || pass.metadata();
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
