package app.heirloom.immich.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private final TestWaiting waiting = new TestWaiting();

    @Test
    void spacesRequestsEvenly() {
        var limiter = new RateLimiter(10, waiting);
        for (int i = 0; i < 4; i++) {
            limiter.acquire();
        }
        assertThat(waiting.pauses()).containsExactly(millis(100), millis(100), millis(100));
    }

    @Test
    void givesNothingBackForTimeThatPassedIdly() {
        var limiter = new RateLimiter(10, waiting);
        limiter.acquire();
        waiting.pause(Duration.ofMinutes(1));
        limiter.acquire();
        limiter.acquire();
        assertThat(waiting.pauses()).containsExactly(Duration.ofMinutes(1), millis(100));
    }

    @Test
    void withoutARateNobodyWaitsUnlessTheServerWantsPeace() {
        var limiter = new RateLimiter(0, waiting);
        limiter.acquire();
        limiter.acquire();
        assertThat(waiting.pauses()).isEmpty();
        limiter.hold(Duration.ofSeconds(3));
        limiter.acquire();
        limiter.acquire();
        assertThat(waiting.pauses()).containsExactly(Duration.ofSeconds(3));
    }

    private static Duration millis(long count) {
        return Duration.ofMillis(count);
    }
}
