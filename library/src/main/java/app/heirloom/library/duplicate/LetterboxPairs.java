package app.heirloom.library.duplicate;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.metadata.Camera;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.Exif;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds photos that an iPhone stored twice, in 4:3 and cut to 16:9: taken in the same second, by the same model, at the
 * same place. Only where there is exactly one of each it is clear which belong together. Of each photo that comes in
 * question, only its id and the place and time are kept.
 */
public final class LetterboxPairs {
    /** How far a ratio may be off, as immich-dupes 1.2 has it: sides are rounded to pixels. */
    private static final double TOLERANCE = 0.01;
    /** Degrees are compared with 4 decimals, about 11 metres. */
    private static final double PLACES_PER_DEGREE = 10_000;

    private final Map<Shot, Versions> shots = new LinkedHashMap<>();
    private long foreign;

    /**
     * Two versions of a photo.
     *
     * @param whole in 4:3
     * @param cut in 16:9
     */
    public record Pair(AssetId whole, AssetId cut) {}

    private enum Shape {
        WHOLE(4.0 / 3),
        CUT(16.0 / 9);

        private final double ratio;

        Shape(double ratio) {
            this.ratio = ratio;
        }

        static Optional<Shape> of(Dimensions dimensions) {
            double longer = Math.max(dimensions.width(), dimensions.height());
            double ratio = longer / Math.min(dimensions.width(), dimensions.height());
            for (Shape shape : values()) {
                if (Math.abs(ratio - shape.ratio) < TOLERANCE) {
                    return Optional.of(shape);
                }
            }
            return Optional.empty();
        }
    }

    private record Shot(
            LocalDateTime second,
            String make,
            String model,
            @Nullable Place place) {}

    private record Place(long latitude, long longitude) {
        static @Nullable Place of(@Nullable Coordinates coordinates) {
            return coordinates == null
                    ? null
                    : new Place(
                            Math.round(coordinates.latitude() * PLACES_PER_DEGREE),
                            Math.round(coordinates.longitude() * PLACES_PER_DEGREE));
        }
    }

    /** What was seen of one shot; of several with the same shape, the first. */
    private static final class Versions {
        private @Nullable AssetId whole;
        private @Nullable AssetId cut;
        private boolean isRepeated;

        void add(AssetId id, Shape shape) {
            boolean isNew = switch (shape) {
                case WHOLE -> whole == null;
                case CUT -> cut == null;
            };
            if (!isNew) {
                isRepeated = true;
            } else if (shape == Shape.WHOLE) {
                whole = id;
            } else {
                cut = id;
            }
        }

        boolean isOfBothShapes() {
            return whole != null && cut != null;
        }
    }

    /**
     * Looks at a photo; videos do not belong here, since the motion of a live photo is no version of its still.
     *
     * @param dimensions null when unknown
     */
    public void add(AssetId id, Exif exif, @Nullable Dimensions dimensions) {
        if (!isByIphone(exif.camera())) {
            foreign++;
            return;
        }
        LocalDateTime taken = exif.capture().local();
        if (taken != null && dimensions != null) {
            Shape.of(dimensions)
                    .ifPresent(shape -> shots.computeIfAbsent(shot(taken, exif), absent -> new Versions())
                            .add(id, shape));
        }
    }

    private static boolean isByIphone(Camera camera) {
        return contains(camera.make(), "apple") && contains(camera.model(), "iphone");
    }

    private static boolean contains(@Nullable String text, String part) {
        return text != null && text.toLowerCase(Locale.ROOT).contains(part);
    }

    private static Shot shot(LocalDateTime taken, Exif exif) {
        return new Shot(
                taken.truncatedTo(ChronoUnit.SECONDS),
                Objects.requireNonNull(exif.camera().make()).intern(),
                Objects.requireNonNull(exif.camera().model()).intern(),
                Place.of(exif.coordinates()));
    }

    /** In the order in which their shots came. */
    public List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (Versions versions : shots.values()) {
            if (versions.whole != null && versions.cut != null && !versions.isRepeated) {
                pairs.add(new Pair(versions.whole, versions.cut));
            }
        }
        return pairs;
    }

    /** Shots with both shapes, and with several photos of one of them. */
    public long ambiguous() {
        return shots.values().stream()
                .filter(versions -> versions.isOfBothShapes() && versions.isRepeated)
                .count();
    }

    /** Photos that no iPhone took. */
    public long foreign() {
        return foreign;
    }
}
