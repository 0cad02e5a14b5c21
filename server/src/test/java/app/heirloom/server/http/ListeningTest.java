package app.heirloom.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListeningTest {
    @Test
    void theDefaultsAreThose() {
        assertThat(Listening.DEFAULT).isEqualTo(new Listening("0.0.0.0", 2283, ""));
    }

    @ParameterizedTest
    @CsvSource({"'',''", "/,''", "photos,/photos", "/photos/,/photos", "' /a/b/ ',/a/b"})
    void aBasePathHasOneSlashBeforeItAndNoneBehind(String given, String normalized) {
        assertThat(new Listening("x", 1, given).basePath()).isEqualTo(normalized);
    }
}
