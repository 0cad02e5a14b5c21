package app.heirloom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.embedding.FrameSampling;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.recognition.FaceSettings;
import app.heirloom.server.ServerConfig.Recognition;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class RecognitionOptionsTest {
    private static final Path DATA = Path.of("photos");

    @Test
    void modelsLieInTheDataDirectory() {
        assertThat(chosen()).isEqualTo(new Recognition(DATA.resolve("models"), FaceSettings.DEFAULT));
    }

    @Test
    void modelsLieWhereTheOptionSays() {
        assertThat(chosen("--model-dir", "packs").models()).isEqualTo(Path.of("packs"));
    }

    @Test
    void everyOptionIsTaken() {
        FaceSettings settings = chosen(
                        "--faces=false",
                        "--face-pack=buffalo_s",
                        "--min-faces=5",
                        "--max-face-distance=0.4",
                        "--min-face-score=0.8",
                        "--video-frames=20")
                .faces();
        assertThat(settings.enabled()).isFalse();
        assertThat(settings.pack()).isEqualTo("buffalo_s");
        assertThat(settings.minimumFaces()).isEqualTo(5);
        assertThat(settings.maximumDistance()).contains(0.4);
        assertThat(settings.minimumScore()).contains(0.8);
        assertThat(settings.frames()).isEqualTo(new FrameSampling(20));
    }

    @Test
    void aPackForSmartSearchMayBeWanted() {
        assertThat(chosen().searchPack()).isEmpty();
        assertThat(chosen("--search-pack", "ViT-B-32__openai").searchPack()).contains("ViT-B-32__openai");
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> chosen("--min-faces=0")).isInstanceOf(HeirloomException.class);
        assertThatThrownBy(() -> chosen("--max-face-distance=2.5")).isInstanceOf(HeirloomException.class);
        assertThatThrownBy(() -> chosen("--min-face-score=-1")).isInstanceOf(HeirloomException.class);
        assertThatThrownBy(() -> chosen("--video-frames=-1")).isInstanceOf(HeirloomException.class);
    }

    private static Recognition chosen(String... arguments) {
        return CommandLine.populateCommand(new RecognitionOptions(), arguments).chosen(DATA);
    }
}
