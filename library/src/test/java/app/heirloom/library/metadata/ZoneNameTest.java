package app.heirloom.library.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneNameTest {
    @ParameterizedTest
    @CsvSource({
        "Z, UTC",
        "+02:00, UTC+2",
        "-03:30, UTC-3:30",
        "+10:00, UTC+10",
        "+00:30, UTC+0:30",
        "-12:00, UTC-12",
        "+05:45, UTC+5:45"
    })
    void offsetsHaveTheNamesThatClientsGiveThem(String offset, String name) {
        assertThat(ZoneName.of(ZoneOffset.of(offset))).isEqualTo(name);
        assertThat(ZoneName.parse(name).map(zone -> zone.getRules().getOffset(Instant.EPOCH)))
                .contains(ZoneOffset.of(offset));
    }

    @Test
    void namesThatNobodyKnowsAreNoZones() {
        assertThat(ZoneName.parse("Mars/Olympus")).isEmpty();
    }
}
