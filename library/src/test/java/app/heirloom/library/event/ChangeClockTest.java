package app.heirloom.library.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ChangeClockTest {
    private final AtomicLong millis =
            new AtomicLong(Instant.parse("2026-11-21T10:00:00Z").toEpochMilli());

    @Test
    void idsAreVersionSevenAndTellTheirTime() {
        ChangeId id = newClock(ChangeId.NONE).next();
        assertThat(id.value().version()).isEqualTo(7);
        assertThat(id.value().variant()).isEqualTo(2);
        assertThat(id.instant()).isEqualTo(Instant.parse("2026-11-21T10:00:00Z"));
    }

    @Test
    void idsIncreaseWhileTheClockStandsStillAndWhenItGoesBack() {
        ChangeClock clock = newClock(ChangeId.NONE);
        ChangeId last = ChangeId.NONE;
        for (int i = 0; i < 10_000; i++) {
            if (i == 5_000) {
                millis.addAndGet(-3_600_000);
            }
            ChangeId next = clock.next();
            assertThat(next).isGreaterThan(last);
            last = next;
        }
    }

    @Test
    void goesOnAfterTheNewestIdOfADatabase() {
        ChangeId newest = newClock(ChangeId.NONE).next();
        millis.addAndGet(-86_400_000);
        assertThat(newClock(newest).next()).isGreaterThan(newest);
    }

    private ChangeClock newClock(ChangeId newest) {
        return new ChangeClock(() -> Instant.ofEpochMilli(millis.get()), newest);
    }
}
