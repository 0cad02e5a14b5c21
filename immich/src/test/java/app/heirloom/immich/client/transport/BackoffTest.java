package app.heirloom.immich.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Duration FIRST = Duration.ofMillis(500);

    @Test
    void doublesUpToABound() {
        var backoff = new Backoff(FIRST, () -> 0.5);
        assertThat(backoff.after(1, Optional.empty())).isEqualTo(FIRST);
        assertThat(backoff.after(2, Optional.empty())).isEqualTo(Duration.ofSeconds(1));
        assertThat(backoff.after(4, Optional.empty())).isEqualTo(Duration.ofSeconds(4));
        assertThat(backoff.after(99, Optional.empty())).isEqualTo(Backoff.LONGEST);
    }

    @Test
    void isSpreadByHalfToBothSides() {
        assertThat(new Backoff(FIRST, () -> 0).after(1, Optional.empty())).isEqualTo(Duration.ofMillis(250));
        assertThat(new Backoff(FIRST, () -> 0.999).after(1, Optional.empty()))
                .isBetween(Duration.ofMillis(740), Duration.ofMillis(750));
    }

    @Test
    void waitsAtLeastAsLongAsTheServerAsksWithinReason() {
        var backoff = new Backoff(FIRST, () -> 0.5);
        assertThat(backoff.after(1, Optional.of(Duration.ofSeconds(7)))).isEqualTo(Duration.ofSeconds(7));
        assertThat(backoff.after(1, Optional.of(Duration.ZERO))).isEqualTo(FIRST);
        assertThat(backoff.after(1, Optional.of(Duration.ofDays(1)))).isEqualTo(Backoff.LONGEST_ASKED);
    }
}
