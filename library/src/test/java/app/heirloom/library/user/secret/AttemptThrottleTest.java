package app.heirloom.library.user.secret;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttemptThrottleTest {
    private static final int FREE = 3;

    private Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private final AttemptThrottle throttle = new AttemptThrottle(FREE, Duration.ofSeconds(5), () -> now);

    @Test
    void theWaitDoublesUpToTheLongest() {
        for (int i = 0; i < FREE; i++) {
            assertThat(isAdmitted("ann")).isTrue();
        }
        for (int wait : new int[] {1, 2, 4, 5, 5}) {
            now = now.plusSeconds(wait).minusMillis(1);
            assertThat(isAdmitted("ann")).as("just before %s s", wait).isFalse();
            now = now.plusMillis(1);
            assertThat(isAdmitted("ann")).as("after %s s", wait).isTrue();
        }
    }

    @Test
    void oneSubjectDoesNotHinderAnother() {
        while (isAdmitted("ann")) {
            // until she has to wait
        }
        assertThat(isAdmitted("bob")).isTrue();
    }

    @Test
    void successIsAFreshStartAndForgivenessOneAttempt() {
        while (isAdmitted("ann")) {
            // until she has to wait
        }
        throttle.forgive("ann");
        assertThat(isAdmitted("ann")).isTrue();
        assertThat(isAdmitted("ann")).isFalse();
        throttle.forget("ann");
        for (int i = 0; i < FREE; i++) {
            assertThat(isAdmitted("ann")).isTrue();
        }
    }

    @Test
    void timeForgets() {
        while (isAdmitted("ann")) {
            // until she has to wait
        }
        now = now.plus(Duration.ofHours(2));
        for (int i = 0; i < FREE; i++) {
            assertThat(isAdmitted("ann")).isTrue();
        }
    }

    @Test
    void manyAtOnceGetNoFurtherThanOneAfterTheOther() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = IntStream.range(0, 100)
                    .mapToObj(i -> threads.submit(() -> isAdmitted("ann")))
                    .toList();
            int admitted = 0;
            for (var attempt : attempts) {
                admitted += attempt.get() ? 1 : 0;
            }
            assertThat(admitted).isEqualTo(FREE);
        }
    }

    @Test
    void strangersCannotFillTheMemoryOrFreeWhoIsWaiting() {
        while (isAdmitted("ann")) {
            // until she has to wait
        }
        for (int i = 0; i < 9_000; i++) {
            isAdmitted("stranger " + i);
        }
        assertThat(isAdmitted("ann")).isFalse();
        for (int i = 0; i < 100_000; i++) {
            isAdmitted("stranger " + i);
        }
        assertThat(throttle.size()).isEqualTo(10_000);
    }

    private boolean isAdmitted(String subject) {
        try {
            throttle.begin(subject);
            return true;
        } catch (HeirloomException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS);
            return false;
        }
    }
}
