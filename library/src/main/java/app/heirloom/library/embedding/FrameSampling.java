package app.heirloom.library.embedding;

import app.heirloom.library.error.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which moments of a video are looked at.
 *
 * @param most of one video; none at all when it is 0
 */
public record FrameSampling(int most) {
    public static final FrameSampling NONE = new FrameSampling(0);

    /** Whoever is seen for less than that was hardly filmed on purpose. */
    private static final Duration LEAST_DISTANCE = Duration.ofSeconds(5);

    public FrameSampling {
        if (most < 0) {
            throw ErrorCode.INVALID.exception("Of a video 0 frames or more are looked at, not " + most);
        }
    }

    public boolean isNone() {
        return most == 0;
    }

    /** The middles of equal parts of the video, each at least five seconds long; its beginning when nobody knows its length. */
    public List<Duration> moments(@Nullable Duration length) {
        if (length == null || length.isZero()) {
            return isNone() ? List.of() : List.of(Duration.ZERO);
        }
        int parts = (int) Math.min(most, Math.ceilDiv(length.toMillis(), LEAST_DISTANCE.toMillis()));
        return IntStream.range(0, parts)
                .mapToObj(part -> length.multipliedBy(2L * part + 1).dividedBy(2L * parts))
                .map(moment -> Duration.ofMillis(moment.toMillis()))
                .toList();
    }
}
