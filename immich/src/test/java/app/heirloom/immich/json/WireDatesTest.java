package app.heirloom.immich.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireDatesTest {
    @ParameterizedTest
    @CsvSource({
        "2024-05-01T10:00:00Z,           2024-05-01T10:00:00.000",
        "2024-12-31T23:59:59.999999999Z, 2024-12-31T23:59:59.999",
        "1969-12-31T23:59:59.005Z,       1969-12-31T23:59:59.005",
        "0001-01-01T00:00:00Z,           0001-01-01T00:00:00.000",
        "+12024-05-01T10:00:00Z,         +12024-05-01T10:00:00.000",
    })
    void writesMilliseconds(String instant, String text) {
        Instant moment = Instant.parse(instant);
        assertThat(WireDates.format(moment)).isEqualTo(text + "Z");
        assertThat(WireDates.formatExif(moment)).isEqualTo(text + "+00:00");
        assertThat(WireDates.format(LocalDateTime.parse(instant.replace("Z", ""))))
                .isEqualTo(text + "Z");
    }
}
