package app.heirloom.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.preview.PreviewSettings;
import app.heirloom.server.ServerConfig.Listening;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerConfigTest {
    @Test
    void theDefaultsAreThose() {
        assertThat(Listening.DEFAULT).isEqualTo(new Listening("0.0.0.0", 2283, ""));
        assertThat(ServerConfig.DEFAULT_DATA).isEqualTo(Path.of("heirloom-data"));
        assertThat(PreviewSettings.DEFAULT).isEqualTo(new PreviewSettings(1440, 250, 80, 80, 400_000_000L));
    }

    @ParameterizedTest
    @CsvSource({"'',''", "/,''", "photos,/photos", "/photos/,/photos", "' /a/b/ ',/a/b"})
    void aBasePathHasOneSlashBeforeItAndNoneBehind(String given, String normalized) {
        assertThat(new Listening("x", 1, given).basePath()).isEqualTo(normalized);
    }
}
