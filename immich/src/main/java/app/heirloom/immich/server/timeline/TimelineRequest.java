package app.heirloom.immich.server.timeline;

import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.TextFields;
import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.AssetFilter;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.tag.TagId;
import app.heirloom.library.timeline.BoundingBox;
import app.heirloom.library.timeline.TimelineOrder;
import app.heirloom.library.timeline.TimelineQuery;
import app.heirloom.library.timeline.TimelineSelection;
import app.heirloom.library.user.Caller;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads which timeline a request is about. */
final class TimelineRequest {
    private static final int BOX_SIDES = 4;

    private enum Direction {
        ASC,
        DESC
    }

    private enum Clock {
        TAKEN("takenAt"),
        CREATED("createdAt");

        private final String wireName;

        Clock(String wireName) {
            this.wireName = wireName;
        }
    }

    private final TextFields fields;
    private final Caller caller;

    private TimelineRequest(TextFields fields, Caller caller) {
        this.fields = fields;
        this.caller = caller;
    }

    /**
     * Fails as NO_ACCESS for the timelines of others, and as UNAUTHENTICATED for the locked folder without a PIN code.
     * Whether there is such an album, person or tag for the caller is left to ask.
     */
    static TimelineQuery read(TextFields fields, Caller caller) {
        var request = new TimelineRequest(fields, caller);
        var query = new TimelineQuery(request.selection(), request.filter(), request.order(), request.box());
        request.checkPartners(query.filter());
        return query;
    }

    private TimelineSelection selection() {
        fields.findUuid("userId").filter(id -> !id.equals(caller.id().value())).ifPresent(id -> {
            throw noAccess("timeline");
        });
        var album = fields.findUuid("albumId");
        if (album.isPresent()) {
            return new TimelineSelection.OfAlbum(caller.id(), new AlbumId(album.get()));
        }
        if (!caller.isUser()) {
            throw noAccess("album");
        }
        var person = fields.findUuid("personId");
        var tag = fields.findUuid("tagId");
        if (person.isPresent() && tag.isPresent()) {
            throw ErrorCode.INVALID.exception("Give a person or a tag, not both");
        }
        return person.<TimelineSelection>map(id -> new TimelineSelection.OfPerson(caller.id(), new PersonId(id)))
                .or(() -> tag.map(id -> new TimelineSelection.OfTag(caller.id(), new TagId(id))))
                .orElseGet(() -> new TimelineSelection.Owned(caller.id()));
    }

    private AssetFilter filter() {
        Visibility visibility = fields.findVisibility("visibility").orElse(null);
        if (visibility == Visibility.LOCKED) {
            caller.requireElevated();
        }
        Boolean favorite = fields.findFlag("isFavorite").orElse(null);
        boolean trashed = fields.findFlag("isTrashed").orElse(false);
        if (!caller.isUser() && (favorite != null || trashed)) {
            throw noAccess("timeline");
        }
        return new AssetFilter(visibility, favorite, trashed);
    }

    private TimelineOrder order() {
        Direction direction = fields.findChoice(
                        "order", Direction.values(), choice -> choice.name().toLowerCase(Locale.ROOT))
                .orElse(Direction.DESC);
        Clock clock = fields.findChoice("orderBy", Clock.values(), choice -> choice.wireName)
                .orElse(Clock.TAKEN);
        boolean primariesOnly = fields.findFlag("withStacked").orElse(false);
        return new TimelineOrder(direction == Direction.DESC, clock == Clock.CREATED, primariesOnly);
    }

    /** Given as west, south, east and north. */
    private @Nullable BoundingBox box() {
        return fields.findText("bbox").map(TimelineRequest::box).orElse(null);
    }

    private static BoundingBox box(String text) {
        try {
            List<Double> sides =
                    Arrays.stream(text.split(",", -1)).map(Double::valueOf).toList();
            if (sides.size() == BOX_SIDES) {
                return new BoundingBox(sides.get(0), sides.get(1), sides.get(2), sides.get(3));
            }
        } catch (IllegalArgumentException e) {
            // neither numbers nor a box on earth
        }
        throw InvalidFieldException.format("Invalid bounding box: give west,south,east,north in degrees", "bbox");
    }

    private void checkPartners(AssetFilter filter) {
        if (fields.findFlag("withPartners").orElse(false)
                && (filter.visibility() != Visibility.TIMELINE || filter.trashed() || filter.favorite() != null)) {
            throw ErrorCode.INVALID.exception(
                    "withPartners is only supported for the timeline, without archive, favorites and trash");
        }
    }

    private static HeirloomException noAccess(String what) {
        return ErrorCode.NO_ACCESS.exception("Not found or no " + what + ".read access");
    }
}
