package app.heirloom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.library.error.HeirloomException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class CliMainTest {
    @TempDir
    private Path directory;

    @Test
    void anOptionWinsOverAVariableAndAVariableOverTheFile() throws IOException {
        Files.writeString(directory.resolve("heirloom.conf"), "port=1111\nbase-path=/file\nhost=file\n");
        var variables = Map.of("HEIRLOOM_PORT", "2222", "HEIRLOOM_BASE_PATH", "/variable");
        assertThat(value("port", variables, "--port", "3333")).isEqualTo(3333);
        assertThat(value("port", variables)).isEqualTo(2222);
        assertThat(value("base-path", variables)).isEqualTo("/variable");
        assertThat(value("host", variables)).isEqualTo("file");
        assertThat(value("database", variables)).isNull();
    }

    @Test
    void theFileMayLieElsewhere() throws IOException {
        Path file = Files.writeString(directory.resolve("other.conf"), "port=4444");
        assertThat(value("port", Map.of("HEIRLOOM_CONFIG", file.toString()))).isEqualTo(4444);
        Map<String, String> missing =
                Map.of("HEIRLOOM_CONFIG", directory.resolve("none").toString());
        assertThatThrownBy(() -> value("port", missing))
                .isInstanceOf(HeirloomException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void theTemplateHoldsEveryOptionCommentedOut() throws IOException {
        ConfigFile.writeTemplate(directory);
        assertThat(Files.readString(directory.resolve("heirloom.conf")))
                .contains("#port=2283", "#host=0.0.0.0", "#base-path=", "#database=", "# Port to listen on")
                .doesNotContain("media-programs", "#data=", "#help", "#accept-database", "null");
        assertThat(ConfigFile.read(directory.resolve("heirloom.conf"))).isEmpty();
        Files.writeString(directory.resolve("heirloom.conf"), "port=5555");
        ConfigFile.writeTemplate(directory);
        assertThat(value("port", Map.of())).as("an existing file is kept").isEqualTo(5555);
    }

    @Test
    void whatIsNotPossibleEndsWithItsExitCode() throws IOException {
        assertThat(run("serve", "--port", "99999")).isEqualTo(ExitCode.CANNOT);
        assertThat(run("serve", "--nonsense")).isEqualTo(ExitCode.CANNOT);
        assertThat(run()).isEqualTo(ExitCode.CANNOT);
        Path file = Files.writeString(directory.resolve("file"), "not a directory");
        assertThat(run("serve", "--data", file.toString())).isEqualTo(ExitCode.CANNOT);
    }

    @Test
    void helpIsNoFailure() {
        assertThat(run("--help")).isEqualTo(ExitCode.DONE);
        assertThat(run("serve", "--help")).isEqualTo(ExitCode.DONE);
        assertThat(run("--version")).isEqualTo(ExitCode.DONE);
        assertThat(run("completion")).isEqualTo(ExitCode.DONE);
    }

    private static int run(String... arguments) {
        return CliMain.run(arguments, Map.of());
    }

    private Object value(String option, Map<String, String> variables, String... further) {
        String[] arguments = new String[further.length + 2];
        arguments[0] = "--data";
        arguments[1] = directory.toString();
        System.arraycopy(further, 0, arguments, 2, further.length);
        var serve = new CommandLine(new ServeCommand());
        serve.setDefaultValueProvider(Settings.of(arguments, variables));
        serve.parseArgs(arguments);
        OptionSpec spec = serve.getCommandSpec().findOption(option);
        return spec.getValue();
    }
}
