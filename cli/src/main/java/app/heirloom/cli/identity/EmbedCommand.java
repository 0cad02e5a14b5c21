package app.heirloom.cli.identity;

import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.cli.terminal.Output;
import app.heirloom.cli.terminal.TerminalProgress;
import app.heirloom.library.identity.picture.FaceCache;
import app.heirloom.server.Logging;
import app.heirloom.storage.identity.NpzFaceCache;
import app.heirloom.tools.identities.embedding.EmbeddingQueue;
import app.heirloom.tools.identities.embedding.EmbeddingSummary;
import app.heirloom.tools.identities.embedding.EmbeddingWorker;
import app.heirloom.tools.identities.embedding.StagedPictures;
import app.heirloom.tools.identities.exchange.QueueServer;
import app.heirloom.tools.identities.store.StagingLedger;
import app.heirloom.tools.identities.store.UserFolder;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Has a model look at what was staged. */
@Command(
        name = "embed",
        description = "Find the faces in the pictures that were staged. May be stopped at any moment, and the next run"
                + " goes on; workers elsewhere may help with heirloom identities work.")
final class EmbedCommand implements Callable<Integer> {
    private static final Duration GOODBYE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int TOKEN_BYTES = 16;
    private static final int RENEWALS_IN_LEASE = 4;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private FaceModel model = new FaceModel();

    @Mixin
    private SharingOptions sharing = new SharingOptions();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws InterruptedException {
        Optional<InetSocketAddress> address = sharing.address();
        Logging.configure();
        try (UserFolder folder = store.open();
                StagingLedger ledger = folder.ledger();
                FaceCache cache = NpzFaceCache.open(folder.cache(), model.model())) {
            var staged = new StagedPictures(ledger, folder.pictures(), folder.owner());
            var settings = new EmbeddingQueue.Settings(sharing.lease(), InstantSource.system());
            EmbeddingSummary summary;
            try (var queue =
                    new EmbeddingQueue(staged, cache, settings, new TerminalProgress(output.err()), output::say)) {
                queue.addOrigins();
                if (address.isPresent()) {
                    share(queue, address.get());
                } else {
                    work(queue);
                }
                summary = queue.summary();
            }
            output.print(fields(summary), () -> print(summary));
            return summary.failed() == 0 ? ExitCode.DONE : ExitCode.INCOMPLETE;
        }
    }

    private void work(EmbeddingQueue queue) throws InterruptedException {
        if (queue.isFinished()) {
            return;
        }
        try (FaceModel.Opened opened = model.open()) {
            Duration renewal = sharing.lease().dividedBy(RENEWALS_IN_LEASE);
            new EmbeddingWorker(queue, opened.sight(), "here", renewal).run(sharing.concurrency());
        }
    }

    private void share(EmbeddingQueue queue, InetSocketAddress address) throws InterruptedException {
        String secret = sharing.token().orElseGet(EmbedCommand::newToken);
        var failure = new AtomicReference<@Nullable RuntimeException>();
        try (QueueServer server =
                QueueServer.start(address, secret, queue, reason -> failure.compareAndSet(null, reason))) {
            InetSocketAddress bound = server.address();
            output.say("Workers may help: heirloom identities work --from http://" + bound.getHostString() + ":"
                    + bound.getPort() + " --token " + (sharing.token().isEmpty() ? secret : "..."));
            if (sharing.concurrency() > 0) {
                work(queue);
            }
            while (!queue.isFinished()) {
                RuntimeException reason = failure.get();
                if (reason != null) {
                    throw reason;
                }
                Thread.sleep(POLL);
            }
            server.sayGoodbye(GOODBYE);
        }
    }

    private static String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static Map<String, Object> fields(EmbeddingSummary summary) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("pictures", summary.pictures());
        fields.put("seen", summary.seen());
        fields.put("faces", summary.faces());
        fields.put("failed", summary.failed());
        fields.put("failures", summary.failures());
        fields.put("workers", summary.workers());
        return fields;
    }

    private void print(EmbeddingSummary summary) {
        output.out()
                .printf(
                        Locale.ROOT,
                        "%,d pictures: %,d looked at, %,d faces found, %,d failed%n",
                        summary.pictures(),
                        summary.seen(),
                        summary.faces(),
                        summary.failed());
        summary.failures().forEach((reason, count) -> output.out().printf(Locale.ROOT, "%,6d  %s%n", count, reason));
    }
}
