package app.heirloom.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.testkit.remote.standin.StandInServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ServerOptionsTest {
    @TempDir
    private Path folder;

    private final StandInServer server = StandInServer.start(new FakePhotoServer());
    private final Typist typist = new Typist();

    /** Answers questions at the terminal, or is not there. */
    private static final class Typist implements Asking {
        private final List<String> questions = new ArrayList<>();
        private final List<String> answers = new ArrayList<>();

        @Override
        public Optional<String> ask(String question) {
            questions.add(question);
            return answers.isEmpty() ? Optional.empty() : Optional.of(answers.removeFirst());
        }

        @Override
        public Optional<String> askHidden(String question) {
            return ask("hidden " + question);
        }
    }

    @Command
    private static final class Probe {
        @Mixin
        private final ServerOptions options;

        Probe(ServerOptions options) {
            this.options = options;
        }

        String user() {
            return options.use(photos -> photos.account().user().name());
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void addressAndKeyMayComeFromDifferentPlaces() throws IOException {
        Files.writeString(file(), "api-key=" + StandInServer.KEY);
        assertThat(user("-u", server.url())).isEqualTo("Ann");
        Files.writeString(file(), "url=" + server.url());
        assertThat(user("--api-key", StandInServer.KEY)).isEqualTo("Ann");
        assertThat(typist.questions).isEmpty();
    }

    @Test
    void whatIsGivenWinsOverTheFile() throws IOException {
        Files.writeString(file(), "url=http://127.0.0.1:1\napi-key=wrong");
        assertThat(user("-u", server.url(), "-a", StandInServer.KEY)).isEqualTo("Ann");
        assertThat(Files.readString(file())).as("nothing is saved unasked").contains("wrong");
    }

    @Test
    void savesForItsOwnerAloneOnceTheCommandSucceeded() throws IOException {
        String[] wrong = {"-u", server.url(), "-a", "wrong", "--save"};
        assertThatThrownBy(() -> user(wrong)).isInstanceOf(HeirloomException.class);
        assertThat(file()).doesNotExist();

        assertThat(user("-u", server.url(), "-a", StandInServer.KEY, "--save")).isEqualTo("Ann");
        assertThat(user()).isEqualTo("Ann");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(folder.toFile().list()).containsExactly("server.conf");
    }

    @Test
    void asksForWhatNobodySaidAndOffersToRememberIt() {
        typist.answers.addAll(List.of(server.url(), StandInServer.KEY, ""));
        assertThat(user()).isEqualTo("Ann");
        assertThat(typist.questions).hasSize(3).last().asString().startsWith("Remember address and key in " + file());
        assertThat(typist.questions.get(1)).startsWith("hidden");
        typist.questions.clear();
        assertThat(user()).isEqualTo("Ann");
        assertThat(typist.questions).isEmpty();
    }

    @Test
    void remembersNothingWhenThatIsDeclined() {
        typist.answers.addAll(List.of(server.url(), StandInServer.KEY, "n"));
        assertThat(user()).isEqualTo("Ann");
        assertThat(file()).doesNotExist();
    }

    @Test
    void saysWhatIsMissingWhereNobodyCanBeAsked() {
        assertMissing("--url or set IMMICH_URL");
        assertMissing("--url or set IMMICH_URL", "-u", "");
        assertMissing("--api-key or set IMMICH_API_KEY", "-u", server.url());
    }

    private void assertMissing(String message, String... arguments) {
        assertThatThrownBy(() -> user(arguments))
                .isInstanceOfSatisfying(
                        HeirloomException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID))
                .hasMessageContaining(message);
    }

    @Test
    void settingsLieWhereTheSystemWantsThem() {
        Path home = Path.of("home");
        assertThat(SettingsFolder.in("Linux", home, Map.of())).isEqualTo(Path.of("home/.config/heirloom"));
        assertThat(SettingsFolder.in("Linux", home, Map.of("XDG_CONFIG_HOME", "/xdg")))
                .isEqualTo(Path.of("/xdg/heirloom"));
        assertThat(SettingsFolder.in("Mac OS X", home, Map.of()))
                .isEqualTo(Path.of("home/Library/Application Support/heirloom"));
        assertThat(SettingsFolder.in("Windows 11", home, Map.of("APPDATA", "roaming")))
                .isEqualTo(Path.of("roaming/heirloom"));
    }

    private Path file() {
        return folder.resolve("server.conf");
    }

    private String user(String... arguments) {
        var probe = new Probe(new ServerOptions(typist));
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--server-file", file().toString()));
        new CommandLine(probe).parseArgs(all.toArray(String[]::new));
        return probe.user();
    }
}
