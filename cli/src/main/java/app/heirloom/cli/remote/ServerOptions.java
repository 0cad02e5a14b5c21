package app.heirloom.cli.remote;

import app.heirloom.immich.client.ImmichPhotoServer;
import app.heirloom.immich.client.transport.ApiSecret;
import app.heirloom.immich.client.transport.ClientConfig;
import app.heirloom.immich.client.transport.ClientConfig.Pace;
import app.heirloom.immich.client.transport.ClientConfig.Patience;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.remote.PhotoServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Where a photo server is, said alike by every command: by option, else by environment variable, else by file, else on
 * the terminal; address and key each by itself.
 */
public final class ServerOptions {
    @Option(
            names = {"-u", "--url"},
            paramLabel = "URL",
            description = {"Address of the photo server, Immich or Heirloom, as http://nas:2283.", "Also: IMMICH_URL"})
    private @Nullable String url;

    @Option(
            names = {"-a", "--api-key"},
            paramLabel = "KEY",
            description = {
                "API key of the user whose photos these are. Other users of this machine can read command lines:"
                        + " rather set IMMICH_API_KEY, or --save it once."
            })
    private @Nullable String key;

    @Option(names = "--save", description = "Remember address and key for later commands, once this one succeeded.")
    private boolean save;

    @Option(
            names = "--server-file",
            paramLabel = "FILE",
            description = "Where they are remembered, instead of the usual place for settings.")
    private @Nullable Path file;

    @Option(
            names = "--rate-limit",
            paramLabel = "N",
            defaultValue = "0",
            description = {"Requests a second at most, all together; 0 for no limit.", "Default: ${DEFAULT-VALUE}"})
    private double rate;

    @Option(
            names = {"--concurrent", "--workers"},
            paramLabel = "N",
            defaultValue = "8",
            description = {"Things done at once.", "Default: ${DEFAULT-VALUE}"})
    private int concurrency = Pace.DEFAULT.concurrency();

    @Option(
            names = "--patience",
            hidden = true,
            paramLabel = "MILLISECONDS",
            defaultValue = "500",
            description = "Before what failed is tried again; each further time it is twice as long.")
    private long patience = Patience.DEFAULT.firstDelay().toMillis();

    private final Asking asking;

    public ServerOptions() {
        this(Asking.ofTerminal());
    }

    ServerOptions(Asking asking) {
        this.asking = asking;
    }

    /** How many things a command should do at once. */
    public int concurrency() {
        return concurrency;
    }

    /** Before what failed is tried again; each further time it is twice as long. */
    public Duration patience() {
        return Duration.ofMillis(patience);
    }

    /**
     * Connects, does the work and remembers the server if that is wanted.
     *
     * @throws HeirloomException INVALID when nobody says where the server is, UNAUTHENTICATED when the key is not valid,
     *     and whatever the work fails with
     */
    public <T> T use(Function<PhotoServer, T> work) {
        SavedServer saved = saved();
        SavedServer.Entry known = saved.read();
        Optional<String> address = given(url).or(known::url);
        Optional<String> secret = given(key).or(known::key);
        var chosen = new SavedServer.Entry(
                Optional.of(address.orElseGet(() -> ask("Address of the photo server", "--url"))),
                Optional.of(secret.orElseGet(() -> askHidden("API key", "--api-key"))));
        T result = connectAndDo(chosen, work);
        if (!chosen.equals(known) && (save || ((address.isEmpty() || secret.isEmpty()) && confirmSaving(saved)))) {
            saved.write(chosen);
        }
        return result;
    }

    /** A variable that is set to nothing says nothing. */
    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(some -> !some.isBlank());
    }

    private <T> T connectAndDo(SavedServer.Entry server, Function<PhotoServer, T> work) {
        ClientConfig config = ClientConfig.of(
                        server.url().orElseThrow(), ApiSecret.of(server.key().orElseThrow()))
                .withPace(new Pace(rate, concurrency))
                .withPatience(new Patience(Patience.DEFAULT.silence(), Patience.DEFAULT.attempts(), patience()));
        try (var photos = ImmichPhotoServer.connect(config)) {
            return work.apply(photos);
        }
    }

    private SavedServer saved() {
        return new SavedServer(file == null ? SettingsFolder.file(SavedServer.NAME) : file);
    }

    private boolean confirmSaving(SavedServer saved) {
        return asking.ask("Remember address and key in " + saved.file() + "? [Y/n]")
                .filter(answer ->
                        answer.isEmpty() || answer.toLowerCase(Locale.ROOT).startsWith("y"))
                .isPresent();
    }

    private String ask(String what, String option) {
        return asking.ask(what + ":").filter(text -> !text.isBlank()).orElseThrow(() -> missing(what, option));
    }

    private String askHidden(String what, String option) {
        return asking.askHidden(what + ":").filter(text -> !text.isBlank()).orElseThrow(() -> missing(what, option));
    }

    private static HeirloomException missing(String what, String option) {
        String variable =
                "IMMICH_" + option.substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
        return ErrorCode.INVALID.exception(what + " is not known: give " + option + " or set " + variable);
    }
}
