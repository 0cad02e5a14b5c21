package app.heirloom.media.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.metadata.Capture;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    /** As cameras write it, and the same otherwise, which takes another way through the reader. */
    @ParameterizedTest
    @CsvSource({
        "2024:05:01 10:20:30, 2024-05-01T10:20:30",
        "2024:05:01 10:20:60, 2024-05-01T10:20:59",
        "1999:12:31 23:59:59, 1999-12-31T23:59:59"
    })
    void readsDatesHoweverTheyAreWritten(String exif, LocalDateTime date) {
        assertThat(Dates.parse(exif)).isEqualTo(new Capture(date, null, null));
        assertThat(Dates.parse(exif.replaceFirst(":", "-").replaceFirst(":", "-")))
                .isEqualTo(new Capture(date, null, null));
        assertThat(Dates.parse(" " + exif + "\t")).isEqualTo(new Capture(date, null, null));
        assertThat(Dates.parse(exif + "+02:00")).isEqualTo(new Capture(date, "UTC+2", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000:00:00 00:00:00",
                "2024:13:01 10:20:30",
                "2024:02:30 10:20:30",
                "2024:05:01 24:20:30",
                "1904:01:01 00:00:00",
                "1970:01:01 00:00:00",
                "1800:01:01 00:00:00",
                "9999:01:01 00:00:00",
                "    :  :     :  :  ",
                ""
            })
    void takesNoNonsenseForADate(String exif) {
        assertThat(Dates.parse(exif)).isEqualTo(Capture.UNKNOWN);
        assertThat(Dates.parse(exif.replaceFirst(":", "-"))).isEqualTo(Capture.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "+02:00, UTC+2",
        "+0200, UTC+2",
        "+2:00, UTC+2",
        "-07:00, UTC-7",
        "-7:00, UTC-7",
        "+05:30, UTC+5:30",
        "Z, UTC",
        "+15:00,",
        "+02:60,",
        "02:00,"
    })
    void namesZonesByTheirOffset(String offset, String zone) {
        assertThat(Dates.zone(offset)).isEqualTo(zone);
    }
}
