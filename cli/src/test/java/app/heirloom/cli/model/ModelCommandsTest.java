package app.heirloom.cli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.error.HeirloomException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ModelCommandsTest {
    @TempDir
    Path directory;

    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void listsPacksWithTheirStateAndLicense() {
        assertThat(run(new ModelsCommand(), "list", "--model-dir", directory.toString()))
                .isZero();
        assertThat(output.toString()).contains("faces-yunet-mobilefacenet", "missing", "Apache-2.0");
    }

    @Test
    void verifyingWhatIsNotThereFails() {
        assertThat(run(new ModelsCommand(), "verify", "--model-dir", directory.toString(), "faces-yunet-mobilefacenet"))
                .isEqualTo(2);
    }

    @Test
    void evaluatingWithoutModelsSaysHowToGetThem() throws IOException {
        Path labels = Files.writeString(directory.resolve("labels.csv"), "file,identity\na.jpg,ann\n");
        run(
                new RecognizeCommand(),
                "evaluate",
                "--faces",
                directory.toString(),
                "--labels",
                labels.toString(),
                "--model-dir",
                directory.toString());
        assertThat(errors.toString()).contains("heirloom models add faces-yunet-mobilefacenet");
    }

    @Test
    void labelsNeedTheirTwoColumns() throws IOException {
        Path file = Files.writeString(directory.resolve("labels.csv"), "photo,who\na.jpg,ann\n");
        assertThatThrownBy(() -> LabeledPhotos.read(directory, file))
                .isInstanceOf(HeirloomException.class)
                .hasMessageContaining("file and identity");
        Path shortened = Files.writeString(directory.resolve("short.csv"), "file,note,identity\na.jpg,ann\n");
        assertThatThrownBy(() -> LabeledPhotos.read(directory, shortened)).hasMessageContaining("line 2");
        Path good = Files.writeString(directory.resolve("good.csv"), "note,identity,file\nx,ann,a.jpg\n,,b.jpg\n");
        assertThat(LabeledPhotos.read(directory, good).photos())
                .containsExactly(new LabeledPhotos.LabeledPhoto(directory.resolve("a.jpg"), "ann"));
    }

    private int run(Object command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(errors))
                .execute(arguments);
    }
}
