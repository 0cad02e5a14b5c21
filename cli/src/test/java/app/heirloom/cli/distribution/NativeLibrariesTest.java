package app.heirloom.cli.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibrariesTest {
    @TempDir
    private Path folder;

    private final Properties properties = new Properties();

    @Test
    void areLoadedOutOfTheDistribution() {
        NativeLibraries.use(folder, properties);
        assertThat(properties)
                .containsEntry("org.sqlite.lib.path", folder.toString())
                .containsEntry("onnxruntime.native.path", folder.toString());
    }

    @Test
    void areLoadedOutOfTheirJarsWhereThereIsNoSuchFolder() {
        NativeLibraries.use(folder.resolve("native"), properties);
        assertThat(properties).isEmpty();
    }

    @Test
    void ofOtherPlacesAreLoadedWhenTheseWereNamed() {
        properties.setProperty("onnxruntime.native.path", "/opt/onnxruntime-gpu");
        NativeLibraries.use(folder, properties);
        assertThat(properties).containsEntry("onnxruntime.native.path", "/opt/onnxruntime-gpu");
    }
}
