package app.heirloom.media.metadata;

import app.heirloom.library.metadata.Camera;
import app.heirloom.library.metadata.Caption;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.Exposure;
import app.heirloom.library.metadata.Frame;
import app.heirloom.library.metadata.Location;
import app.heirloom.media.bmff.Movie;
import app.heirloom.media.video.VideoProbe;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a video says of itself. */
final class MovieFacts {
    private static final String APPLE = "com.apple.quicktime.";

    private MovieFacts() {}

    static Exif of(Movie movie) {
        Map<String, String> texts = movie.texts();
        Capture named = Dates.parse(first(texts, APPLE + "creationdate", "\u00a9day"));
        Capture capture = named.local() == null ? Dates.ofInstant(movie.created()) : named;
        Movie.Track track = movie.track();
        return new Exif(
                new Camera(
                        first(texts, APPLE + "make", "\u00a9mak", "com.android.manufacturer"),
                        first(texts, APPLE + "model", "\u00a9mod", "com.android.model"),
                        first(texts, APPLE + "camera.lens_model")),
                Exposure.UNKNOWN,
                capture,
                Location.of(Numbers.placeOfIso6709(first(texts, APPLE + "location.ISO6709", "\u00a9xyz"))),
                new Caption(
                        Texts.description(first(texts, APPLE + "description", "\u00a9des", "desc", "\u00a9cmt")),
                        Numbers.rating(Numbers.parse(first(texts, APPLE + "rating.user"))),
                        List.of()),
                track == null ? Frame.UNKNOWN : frame(track));
    }

    static @Nullable String contentIdentifier(Movie movie) {
        return movie.texts().get(APPLE + "content.identifier");
    }

    static Exif of(VideoProbe probe) {
        Map<String, String> tags = probe.tags();
        return new Exif(
                new Camera(tags.get("make"), tags.get("model"), null),
                Exposure.UNKNOWN,
                Dates.parse(first(tags, "date_recorded", "creation_time", "date")),
                Location.of(Numbers.placeOfIso6709(tags.get("location"))),
                new Caption(Texts.description(first(tags, "description", "comment")), null, List.of()),
                new Frame(
                        probe.dimensions(),
                        orientation(probe.orientation()),
                        probe.duration(),
                        probe.framesPerSecond(),
                        null));
    }

    private static Frame frame(Movie.Track track) {
        Duration duration = track.duration();
        return new Frame(
                track.dimensions(),
                orientation(track.orientation()),
                duration.isZero() ? null : duration,
                track.framesPerSecond(),
                track.spherical() ? "EQUIRECTANGULAR" : null);
    }

    private static @Nullable Integer orientation(int orientation) {
        return orientation == 1 ? null : orientation;
    }

    private static @Nullable String first(Map<String, String> texts, String... keys) {
        for (String key : keys) {
            String text = Texts.clean(texts.get(key));
            if (text != null) {
                return text;
            }
        }
        return null;
    }
}
