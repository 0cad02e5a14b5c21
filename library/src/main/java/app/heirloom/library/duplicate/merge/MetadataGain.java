package app.heirloom.library.duplicate.merge;

import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.MetadataEdits;
import app.heirloom.library.metadata.ZoneName;
import app.heirloom.library.metadata.edit.AssetEdit;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The edit by which an asset gets to be known by more, whether it was made, and how to take it back. */
public final class MetadataGain {
    /** Changes nothing. */
    public static final AssetEdit NONE = new AssetEdit(null, null, MetadataEdits.NONE);

    private static final String PLACE = "the place";
    private static final String DATE = "the date";

    private MetadataGain() {}

    /** Says of an asset what it says afterwards, where that differs. */
    public static AssetEdit between(KnownMetadata before, KnownMetadata after) {
        Coordinates place = after.coordinates();
        Capture capture = after.capture();
        return new AssetEdit(
                before.visibility() == after.visibility() ? null : after.visibility(),
                before.favorite() == after.favorite() ? null : after.favorite(),
                new MetadataEdits(
                        before.description().equals(after.description()) ? null : after.description(),
                        rating(before.rating(), after.rating()),
                        place == null || isThere(place, before.coordinates()) ? null : place,
                        capture.local() == null || isThere(capture, before.capture()) ? null : capture));
    }

    private static @Nullable Integer rating(@Nullable Integer before, @Nullable Integer after) {
        if (after == null) {
            return before == null ? null : Integer.valueOf(MetadataEdits.CLEARED_RATING);
        }
        return after.equals(before) ? null : after;
    }

    /** What of the edit an asset does not say, in words for people. */
    public static List<String> missing(AssetEdit edit, KnownMetadata now) {
        List<String> missing = new ArrayList<>();
        MetadataEdits wanted = edit.metadata();
        note(missing, "the visibility", edit.visibility() == null || edit.visibility() == now.visibility());
        note(missing, "the favorite", edit.favorite() == null || edit.favorite() == now.favorite());
        note(missing, "the description", isThere(wanted.description(), now.description()));
        note(missing, "the rating", isThere(wanted.rating(), now.rating()));
        note(missing, PLACE, wanted.coordinates() == null || isThere(wanted.coordinates(), now.coordinates()));
        note(missing, DATE, wanted.capture() == null || isThere(wanted.capture(), now.capture()));
        return missing;
    }

    /** What the edit says something about, in words for people. */
    public static List<String> parts(AssetEdit edit) {
        List<String> parts = new ArrayList<>();
        MetadataEdits metadata = edit.metadata();
        note(parts, "the visibility", edit.visibility() == null);
        note(parts, "the favorite", edit.favorite() == null);
        note(parts, "the description", metadata.description() == null);
        note(parts, "the rating", metadata.rating() == null);
        note(parts, PLACE, metadata.coordinates() == null);
        note(parts, DATE, metadata.capture() == null);
        return parts;
    }

    private static void note(List<String> notes, String what, boolean isFine) {
        if (!isFine) {
            notes.add(what);
        }
    }

    private static boolean isThere(@Nullable String wanted, String now) {
        return wanted == null || wanted.equals(now);
    }

    private static boolean isThere(@Nullable Integer wanted, @Nullable Integer now) {
        return wanted == null || wanted.equals(now == null ? Integer.valueOf(MetadataEdits.CLEARED_RATING) : now);
    }

    private static boolean isThere(Coordinates wanted, @Nullable Coordinates now) {
        return now != null && MetadataConflict.isSamePlace(wanted, now);
    }

    /** Servers drop fractions of seconds, and of a zone keep the offset that it had then. */
    private static boolean isThere(Capture wanted, Capture now) {
        LocalDateTime local = wanted.local();
        if (local == null || now.local() == null) {
            return local == null;
        }
        boolean isSameClock = local.withNano(0).equals(now.local().withNano(0));
        return isSameClock && (wanted.zone() == null || offset(wanted, local).equals(offset(now, local)));
    }

    private static Optional<Object> offset(Capture capture, LocalDateTime local) {
        return Optional.ofNullable(capture.zone())
                .flatMap(ZoneName::parse)
                .map((ZoneId zone) -> zone.getRules().getOffset(local));
    }

    /**
     * The edit that takes back what was done. What was changed since by somebody else stays, and so does the
     * {@link #remainder}.
     */
    public static AssetEdit takeBack(KnownMetadata before, AssetEdit done, KnownMetadata now) {
        MetadataEdits edits = done.metadata();
        MetadataEdits still = new MetadataEdits(
                edits.description() != null && isThere(edits.description(), now.description())
                        ? before.description()
                        : null,
                edits.rating() != null && isThere(edits.rating(), now.rating()) ? ratingOf(before) : null,
                edits.coordinates() != null && isThere(edits.coordinates(), now.coordinates())
                        ? before.coordinates()
                        : null,
                isDatedStill(edits, before, now) ? before.capture() : null);
        boolean isStillVisible = done.visibility() == now.visibility();
        boolean isStillFavorite = Boolean.valueOf(now.favorite()).equals(done.favorite());
        return new AssetEdit(
                isStillVisible ? before.visibility() : null, isStillFavorite ? before.favorite() : null, still);
    }

    private static boolean isDatedStill(MetadataEdits edits, KnownMetadata before, KnownMetadata now) {
        return edits.capture() != null && before.capture().local() != null && isThere(edits.capture(), now.capture());
    }

    private static Integer ratingOf(KnownMetadata known) {
        return known.rating() == null ? Integer.valueOf(MetadataEdits.CLEARED_RATING) : known.rating();
    }

    /** What an edit added and still says, and no edit can take back, since none says that something is not known. */
    public static Remainder remainder(KnownMetadata before, AssetEdit done, KnownMetadata now) {
        MetadataEdits edits = done.metadata();
        boolean isPlaceLeft = edits.coordinates() != null && isThere(edits.coordinates(), now.coordinates());
        boolean isDateLeft = edits.capture() != null && isThere(edits.capture(), now.capture());
        boolean wasDated = before.capture().local() != null;
        return new Remainder(
                isPlaceLeft && before.coordinates() == null,
                isDateLeft && !wasDated,
                isDateLeft && wasDated && before.capture().zone() == null);
    }

    /**
     * What stays of a gain.
     *
     * @param zone whether a date has got a zone that had none
     */
    public record Remainder(boolean place, boolean date, boolean zone) {
        /** In words for people. */
        public List<String> parts() {
            List<String> parts = new ArrayList<>();
            note(parts, PLACE, !place);
            note(parts, DATE, !date);
            note(parts, "the zone", !zone);
            return parts;
        }
    }
}
