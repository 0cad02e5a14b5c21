package app.heirloom.cli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.library.error.HeirloomException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ModelCommandsTest {
    /** SHA-256 of a line that says cat. */
    private static final String CAT = "175cc6f362b2f75acd08a373e000144fdb8d14a833d4b70fd743f16a7039103f";

    @TempDir
    Path directory;

    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void listsPacksWithTheirStateAndLicense() {
        assertThat(run(new ModelsCommand(), "list", "--model-dir", directory.toString()))
                .isZero();
        assertThat(output.toString()).contains("faces-yunet-mobilefacenet", "missing", "Apache-2.0", "5 MB", "1.5 GB");
        assertThat(output.toString().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void whatForbidsSomethingMustBeAcceptedFirst() throws IOException {
        Path empty = Files.createDirectories(directory.resolve("empty"));
        run(new ModelsCommand(), "pull", "buffalo_s", "--from", empty.toString(), "--model-dir", directory.toString());
        assertThat(output.toString()).contains("non-commercial research only");
        assertThat(errors.toString()).contains("--accept-license");
        run(
                new ModelsCommand(),
                "pull",
                "buffalo_s",
                "--accept-license",
                "--from",
                empty.toString(),
                "--model-dir",
                directory.toString());
        assertThat(errors.toString()).contains("No file in " + empty);
    }

    @Test
    void pullsFromAFolderAndRemoves() throws IOException {
        Path models = describe();
        Path source = Files.createDirectories(directory.resolve("source"));
        Files.writeString(source.resolve("net.onnx"), "no network");
        Files.writeString(source.resolve("names"), "cat\n");
        assertThat(run(
                        new ModelsCommand(),
                        "pull",
                        "mine",
                        "--from",
                        source.toString(),
                        "--model-dir",
                        models.toString()))
                .isZero();
        assertThat(output.toString()).contains("labels.txt (1 KB)", "this one is trusted", "ready");
        assertThat(run(new ModelsCommand(), "verify", "mine", "--model-dir", models.toString()))
                .as("it does not load")
                .isEqualTo(ExitCode.INCOMPLETE);
        assertThat(output.toString()).contains("net.onnx cannot be used");
        assertThat(run(new ModelsCommand(), "remove", "mine", "--model-dir", models.toString()))
                .isZero();
        assertThat(output.toString()).endsWith(String.format("missing       ? MIT%n"));
    }

    @Test
    void aWrongAddressIsTold() throws IOException {
        run(
                new ModelsCommand(),
                "pull",
                "mine",
                "--from",
                "https://a b",
                "--model-dir",
                describe().toString());
        assertThat(errors.toString()).contains("is no address");
    }

    /** A pack of a network without a checksum, and labels with one. */
    private Path describe() throws IOException {
        Path models = directory.resolve("models");
        Files.writeString(Files.createDirectories(models.resolve("mine")).resolve("pack.json"), """
                {"name": "mine", "task": "objects", "license": "MIT", "source": "home", "files": {
                  "detector": {"kind": "yolox", "file": "net.onnx", "batch": "one"},
                  "labels": {"kind": "labels", "file": "labels.txt", "sha256":
                    "%s"}}}
                """.formatted(CAT));
        return models;
    }

    @Test
    void verifyingWhatIsNotThereFails() {
        assertThat(run(new ModelsCommand(), "verify", "--model-dir", directory.toString(), "faces-yunet-mobilefacenet"))
                .isEqualTo(ExitCode.INCOMPLETE);
    }

    @Test
    void verifyingTellsWhichFileIsMissingOrAnotherOne() throws IOException {
        Path models = describe();
        Files.writeString(models.resolve("mine/labels.txt"), "dog\n");
        run(new ModelsCommand(), "verify", "mine", "--model-dir", models.toString());
        assertThat(output.toString())
                .contains("  net.onnx is not here", "  labels.txt is not the file that the pack means");
    }

    @ParameterizedTest
    @CsvSource({
        "faces-yunet-sface, heirloom models pull faces-yunet-sface",
        "faces-yunet-mobilefacenet, heirloom models add faces-yunet-mobilefacenet --from DIR"
    })
    void evaluatingWithoutModelsSaysHowToGetThem(String pack, String remedy) throws IOException {
        Path labels = Files.writeString(directory.resolve("labels.csv"), "file,identity\na.jpg,ann\n");
        run(
                new RecognizeCommand(),
                "evaluate",
                "--faces",
                directory.toString(),
                "--labels",
                labels.toString(),
                "--pack",
                pack,
                "--model-dir",
                directory.toString());
        assertThat(errors.toString()).contains(remedy);
    }

    @Test
    void labelsNeedTheirTwoColumns() throws IOException {
        Path file = Files.writeString(directory.resolve("labels.csv"), "photo,who\na.jpg,ann\n");
        assertThatThrownBy(() -> LabeledPhotos.read(directory, file))
                .isInstanceOf(HeirloomException.class)
                .hasMessageContaining("file and identity");
        Path shortened = Files.writeString(directory.resolve("short.csv"), "file,note,identity\na.jpg,ann\n");
        assertThatThrownBy(() -> LabeledPhotos.read(directory, shortened)).hasMessageContaining("line 2");
        assertThatThrownBy(() -> LabeledPhotos.read(directory, directory.resolve("none.csv")))
                .hasMessageStartingWith("There is no file ");
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
