package app.heirloom.cli.identity;

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

    /** Who the API key must be of, where the label does not say it. */
    Optional<String> owner() {
        return Optional.ofNullable(owner);
    }
}
