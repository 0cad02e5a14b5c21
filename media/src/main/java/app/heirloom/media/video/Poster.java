package app.heirloom.media.video;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses the moments of a video that may stand for it. */
public final class Poster {
    private static final Duration EARLY = Duration.ofSeconds(1);

    private Poster() {}

    /** In order of preference: early, but behind a fade-in; further in when it is dark there; the very beginning. */
    public static List<Duration> moments(@Nullable Duration duration) {
        List<Duration> moments = new ArrayList<>();
        if (duration != null && !duration.isZero()) {
            Duration tenth = duration.dividedBy(10);
            moments.add(tenth.compareTo(EARLY) < 0 ? tenth : EARLY);
            moments.add(duration.dividedBy(4));
            moments.add(duration.dividedBy(2));
        }
        moments.add(Duration.ZERO);
        return List.copyOf(moments);
    }
}
