package app.heirloom.library.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.AssetTimes;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaptureTimeTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2024, 5, 1, 12, 0);
    private static final Instant UPLOADED = Instant.parse("2024-06-01T00:00:00Z");
    private static final Instant MODIFIED = Instant.parse("2024-05-20T08:30:00Z");

    @Test
    void aZoneGivesTheExactInstantAndKeepsTheWallClock() {
        assertThat(of(NOON, "UTC+2")).isEqualTo(new CaptureTime(Instant.parse("2024-05-01T10:00:00Z"), NOON));
        assertThat(of(NOON, "UTC+5:45")).isEqualTo(new CaptureTime(Instant.parse("2024-05-01T06:15:00Z"), NOON));
        assertThat(of(NOON, "America/New_York"))
                .isEqualTo(new CaptureTime(Instant.parse("2024-05-01T16:00:00Z"), NOON));
    }

    @Test
    void withoutAZoneTheWallClockCountsAsUtc() {
        CaptureTime expected = new CaptureTime(Instant.parse("2024-05-01T12:00:00Z"), NOON);
        assertThat(of(NOON, null)).isEqualTo(expected);
        assertThat(of(NOON, "Middle-earth/Shire")).isEqualTo(expected);
    }

    @Test
    void withoutADateTheEarliestKnownTimeCounts() {
        assertThat(CaptureTime.of(Capture.UNKNOWN, times(UPLOADED, MODIFIED)).instant())
                .isEqualTo(MODIFIED);
        assertThat(CaptureTime.of(Capture.UNKNOWN, times(MODIFIED, UPLOADED)).instant())
                .isEqualTo(MODIFIED);
    }

    private static CaptureTime of(LocalDateTime local, @Nullable String zone) {
        return CaptureTime.of(new Capture(local, zone, null), times(UPLOADED, MODIFIED));
    }

    private static AssetTimes times(Instant captured, Instant modified) {
        return new AssetTimes(captured, NOON, modified, UPLOADED, UPLOADED);
    }
}
