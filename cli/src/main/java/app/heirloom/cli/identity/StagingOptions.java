package app.heirloom.cli.identity;

import app.heirloom.tools.identities.staging.StagingSettings;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How pictures are staged, which two commands ask. */
final class StagingOptions {
    @Option(
            names = "--owner",
            paramLabel = "USER",
            description = "Who the API key must be of, by e-mail address, name or id, where --user does not say it.")
    private @Nullable String owner;

    @Option(
            names = "--patience",
            hidden = true,
            paramLabel = "MILLISECONDS",
            defaultValue = "2000",
            description = "Before a download is tried again.")
    private long patience = StagingSettings.DEFAULT.patience().toMillis();

    /** Who the API key must be of, where the label does not say it. */
    Optional<String> owner() {
        return Optional.ofNullable(owner);
    }

    Duration patience() {
        return Duration.ofMillis(patience);
    }
}
