package app.heirloom.cli.duplicate;

import app.heirloom.cli.remote.CacheFolder;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.tools.finding.Tier;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How duplicates are found where the server's own groups are not what is wanted. */
final class FindOptions {
    @Option(
            names = "--find",
            paramLabel = "TIER",
            description = {
                "Find duplicates here instead of taking the server's groups: ${COMPLETION-CANDIDATES}; each finds what"
                        + " those before it find. All but exact download previews, each once."
            })
    private @Nullable Choice choice;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Find them in a folder of this machine instead, as a report: no command does what it says.")
    private @Nullable Path folder;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Where is kept what previews look like, instead of the usual place for caches.")
    private @Nullable Path cache;

    /** Named as the option's values are. */
    private enum Choice {
        exact(Tier.EXACT),
        pixels(Tier.PIXELS),
        similar(Tier.SIMILAR);

        private final Tier tier;

        Choice(Tier tier) {
            this.tier = tier;
        }
    }

    /** Empty when the server's groups are wanted; fails as INVALID when there is no server to have any. */
    Optional<Tier> tier() {
        if (folder != null && choice == null) {
            throw ErrorCode.INVALID.exception("Nobody groups what is in " + folder + ": say what to --find");
        }
        return Optional.ofNullable(choice).map(chosen -> chosen.tier);
    }

    /** Empty when they are looked for on the server. */
    Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }

    Path cache() {
        return cache == null ? CacheFolder.find() : cache;
    }
}
