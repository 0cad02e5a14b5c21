package app.heirloom.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.preview.PreviewSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ServerConfigTest {
    @Test
    void theDefaultsAreThose() {
        assertThat(ServerConfig.DEFAULT_DATA).isEqualTo(Path.of("heirloom-data"));
        assertThat(PreviewSettings.DEFAULT).isEqualTo(new PreviewSettings(1440, 250, 80, 80, 400_000_000L));
    }
}
