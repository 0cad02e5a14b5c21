package app.heirloom.cli;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.server.ServerConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** Where options come from that are not on the command line: an environment variable, or else the file. */
final class Settings implements IDefaultValueProvider {
    private static final String PREFIX = "HEIRLOOM_";
    /** What other tools of photo servers read too. */
    private static final Map<String, String> SHARED_VARIABLES =
            Map.of("url", "IMMICH_URL", "api-key", "IMMICH_API_KEY");

    private final Map<String, String> environment;
    private final Map<String, String> file;

    private Settings(Map<String, String> environment, Map<String, String> file) {
        this.environment = environment;
        this.file = file;
    }

    /** Only these two say where the file is, so they are looked for first. */
    @Command
    private static final class Location {
        @Option(names = "--config")
        private @Nullable Path config;

        @Option(names = "--data")
        private Path data = ServerConfig.DEFAULT_DATA;
    }

    static Settings of(String[] arguments, Map<String, String> environment) {
        var location = new Location();
        new CommandLine(location)
                .setDefaultValueProvider(new Settings(environment, Map.of()))
                .setUnmatchedArgumentsAllowed(true)
                .parseArgs(arguments);
        if (location.config != null && !Files.exists(location.config)) {
            throw ErrorCode.INVALID.exception("The configuration file " + location.config + " does not exist");
        }
        Path file = location.config != null ? location.config : ConfigFile.in(location.data);
        return new Settings(environment, Files.exists(file) ? ConfigFile.read(file) : Map.of());
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        String name = ConfigFile.nameOf(option);
        String variable = environment.get(PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_'));
        if (variable == null) {
            variable = environment.get(SHARED_VARIABLES.getOrDefault(name, ""));
        }
        return variable != null ? variable : file.get(name);
    }
}
