package app.heirloom.cli.identity;

import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.server.Logging;
import app.heirloom.tools.identities.embedding.EmbeddingWorker;
import app.heirloom.tools.identities.exchange.PathMapping;
import app.heirloom.tools.identities.exchange.RemoteQueue;
import app.heirloom.tools.identities.exchange.RemoteQueue.Patience;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Helps a staging machine. */
@Command(
        name = "work",
        description = "Help a staging machine that shares its queue by heirloom identities embed --listen. What this"
                + " machine has to compute with is used, if it computes the same as a processor.")
final class WorkCommand implements Callable<Integer> {
    @Option(
            names = "--from",
            paramLabel = "URL",
            required = true,
            description = "Address of the staging machine, as http://staging:2290.")
    private URI from = URI.create("");

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            required = true,
            description = {"Secret that the staging machine told.", "Also: HEIRLOOM_TOKEN"})
    private String token = "";

    @Option(
            names = "--map",
            paramLabel = "THERE=HERE",
            description = "Read pictures from a shared folder: what the staging machine calls THERE is HERE, as"
                    + " /mnt/x=X:\\. Without, pictures are downloaded.")
    private @Nullable String map;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = {"Pictures that are looked at at once.", "Default: one for each core"})
    private int concurrency = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--renewal",
            hidden = true,
            paramLabel = "MILLISECONDS",
            defaultValue = "20000",
            description = "How often to say that one is alive.")
    private long renewal = 20_000;

    @Mixin
    private FaceModel model = new FaceModel();

    @Override
    public Integer call() throws InterruptedException {
        if (concurrency < 1) {
            throw ErrorCode.INVALID.exception("--concurrency must be at least 1");
        }
        Optional<PathMapping> disk = Optional.ofNullable(map).map(PathMapping::parse);
        Logging.configure();
        RemoteQueue queue = RemoteQueue.connect(from, token, disk, Patience.DEFAULT);
        try (FaceModel.Opened opened = model.open()) {
            new EmbeddingWorker(queue, opened.sight(), "worker " + UUID.randomUUID(), Duration.ofMillis(renewal))
                    .run(concurrency);
        }
        return ExitCode.DONE;
    }
}
