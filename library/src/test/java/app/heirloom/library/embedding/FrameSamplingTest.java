package app.heirloom.library.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.error.HeirloomException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FrameSamplingTest {
    @Test
    void spreadsOverTheWholeVideo() {
        assertThat(new FrameSampling(3).moments(Duration.ofHours(1)))
                .containsExactly(Duration.ofMinutes(10), Duration.ofMinutes(30), Duration.ofMinutes(50));
    }

    @Test
    void looksAtShortVideosLessOften() {
        assertThat(new FrameSampling(60).moments(Duration.ofSeconds(8)))
                .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(6));
        assertThat(new FrameSampling(60).moments(Duration.ofMillis(5))).containsExactly(Duration.ofMillis(2));
    }

    @Test
    void takesTheBeginningWhenNobodyKnowsTheLength() {
        assertThat(new FrameSampling(3).moments(null)).containsExactly(Duration.ZERO);
        assertThat(new FrameSampling(3).moments(Duration.ZERO)).containsExactly(Duration.ZERO);
    }

    @Test
    void noneIsNone() {
        assertThat(FrameSampling.NONE.isNone()).isTrue();
        assertThat(FrameSampling.NONE.moments(Duration.ofHours(1))).isEmpty();
        assertThat(FrameSampling.NONE.moments(null)).isEmpty();
    }

    @Test
    void refusesLessThanNone() {
        assertThatThrownBy(() -> new FrameSampling(-1))
                .isInstanceOf(HeirloomException.class)
                .hasMessageContaining("-1");
    }
}
