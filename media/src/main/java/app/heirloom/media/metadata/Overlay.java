package app.heirloom.media.metadata;

import app.heirloom.library.metadata.Camera;
import app.heirloom.library.metadata.Caption;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.Exposure;
import app.heirloom.library.metadata.Frame;
import app.heirloom.library.metadata.Location;
import app.heirloom.library.metadata.Place;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays what one source says over what another says, field by field. */
final class Overlay {
    private Overlay() {}

    /** The strongest comes first. */
    static Exif of(List<Exif> layers) {
        Exif result = Exif.UNKNOWN;
        for (Exif lower : layers) {
            result = of(result, lower);
        }
        return result;
    }

    static Exif of(Exif upper, Exif lower) {
        return new Exif(
                new Camera(
                        either(upper.camera().make(), lower.camera().make()),
                        either(upper.camera().model(), lower.camera().model()),
                        either(upper.camera().lens(), lower.camera().lens())),
                new Exposure(
                        either(upper.exposure().fNumber(), lower.exposure().fNumber()),
                        either(upper.exposure().time(), lower.exposure().time()),
                        either(upper.exposure().focalLength(), lower.exposure().focalLength()),
                        either(upper.exposure().iso(), lower.exposure().iso())),
                capture(upper.capture(), lower.capture()),
                location(upper.location(), lower.location()),
                caption(upper.caption(), lower.caption()),
                frame(upper.frame(), lower.frame()));
    }

    /** A date keeps its own zone; one that says none takes the zone of an equal date below. */
    static Capture capture(Capture upper, Capture lower) {
        LocalDateTime local = upper.local();
        Capture date = local == null ? lower : upper;
        boolean zoneBelow = local != null && upper.zone() == null && local.equals(lower.local());
        return new Capture(
                date.local(), zoneBelow ? lower.zone() : date.zone(), either(upper.modified(), lower.modified()));
    }

    private static Location location(Location upper, Location lower) {
        return new Location(
                either(upper.coordinates(), lower.coordinates()),
                new Place(
                        either(upper.place().city(), lower.place().city()),
                        either(upper.place().state(), lower.place().state()),
                        either(upper.place().country(), lower.place().country())));
    }

    private static Caption caption(Caption upper, Caption lower) {
        return new Caption(
                upper.description().isEmpty() ? lower.description() : upper.description(),
                either(upper.rating(), lower.rating()),
                upper.keywords().isEmpty() ? lower.keywords() : upper.keywords());
    }

    private static Frame frame(Frame upper, Frame lower) {
        return new Frame(
                either(upper.dimensions(), lower.dimensions()),
                either(upper.orientation(), lower.orientation()),
                either(upper.duration(), lower.duration()),
                either(upper.framesPerSecond(), lower.framesPerSecond()),
                either(upper.projection(), lower.projection()));
    }

    private static <T> @Nullable T either(@Nullable T upper, @Nullable T lower) {
        return upper != null ? upper : lower;
    }
}
