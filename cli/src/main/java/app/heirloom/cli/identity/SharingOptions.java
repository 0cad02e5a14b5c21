package app.heirloom.cli.identity;

import app.heirloom.library.error.ErrorCode;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who looks at what was staged, which two commands ask. */
final class SharingOptions {
    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = {
                "Pictures that are looked at here at once; 0 leaves all to workers elsewhere.",
                "Default: one for each core"
            })
    private int concurrency = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--listen",
            paramLabel = "[HOST:]PORT",
            description = "Share the queue with workers elsewhere, over HTTP. Without a host, only with this machine.")
    private @Nullable String listen;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "Secret that workers must know. Default: a new one, which is told")
    private @Nullable String token;

    @Option(
            names = "--lease",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = {
                "How long a worker may be silent before others get its pictures.",
                "Default: ${DEFAULT-VALUE}"
            })
    private int lease = 120;

    /** Where workers elsewhere come to, if they may; fails as INVALID when nobody would do the work. */
    Optional<InetSocketAddress> address() {
        if (concurrency < 0 || lease < 1 || (concurrency == 0 && listen == null)) {
            throw ErrorCode.INVALID.exception(
                    "--lease must be at least 1, --concurrency at least 0, and not 0 without --listen");
        }
        return Optional.ofNullable(listen).map(Listen::parse);
    }

    int concurrency() {
        return concurrency;
    }

    Optional<String> token() {
        return Optional.ofNullable(token);
    }

    Duration lease() {
        return Duration.ofSeconds(lease);
    }
}
