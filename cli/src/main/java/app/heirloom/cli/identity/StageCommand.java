package app.heirloom.cli.identity;

import app.heirloom.cli.remote.ServerOptions;
import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.cli.terminal.Output;
import app.heirloom.cli.terminal.TerminalProgress;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.identity.picture.FaceCache;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.storage.identity.NpzFaceCache;
import app.heirloom.tools.identities.staging.StagedOwner;
import app.heirloom.tools.identities.staging.Staging;
import app.heirloom.tools.identities.staging.StagingSettings;
import app.heirloom.tools.identities.staging.StagingShelves;
import app.heirloom.tools.identities.staging.StagingSummary;
import app.heirloom.tools.identities.store.StagingLedger;
import app.heirloom.tools.identities.store.StoreOwner;
import app.heirloom.tools.identities.store.UserFolder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Downloads pictures that show people well enough. */
@Command(
        name = "stage",
        description = "Download the pictures of a user that show people well enough, each once. Changes nothing on the"
                + " server; may be stopped at any moment, and the next run goes on.")
final class StageCommand implements Callable<Integer> {
    private static final double NANOS_PER_SECOND = 1e9;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private StagingOptions options = new StagingOptions();

    @Option(
            names = "--min-face",
            paramLabel = "PIXELS",
            defaultValue = "90",
            description = {"Shorter side that a face must have, in pixels of the original.", "Default: ${DEFAULT-VALUE}"
            })
    private double minimumFace = StagingSettings.DEFAULT.minimumFace();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        if (!(minimumFace >= 0)) {
            throw ErrorCode.INVALID.exception("--min-face must not be less than 0");
        }
        StagingSummary summary = server.use(this::stage);
        return summary.staged().failed() == 0 ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }

    private StagingSummary stage(PhotoServer photos) {
        Staging.requirePossible(photos);
        StoreOwner keyOwner = StoreOwner.of(photos.account());
        StagedOwner.require(store.label(), options.owner(), keyOwner);
        try (UserFolder folder = store.create(keyOwner);
                Known known = Known.of(folder);
                StagingLedger ledger = folder.ledger()) {
            var settings = new StagingSettings(server.concurrency(), minimumFace, server.patience());
            var shelves = new StagingShelves(ledger, folder.pictures(), known::has);
            var staging = new Staging(photos, shelves, settings, new TerminalProgress(output.err()), output::say);
            try {
                staging.run();
            } finally {
                StagingSummary summary = staging.summary();
                summary.notes().forEach(output::say);
                output.print(fields(summary), () -> print(summary));
            }
            return staging.summary();
        }
    }

    /** What the cache of faces has, if there is one. */
    private record Known(Optional<FaceCache> cache) implements AutoCloseable {
        static Known of(UserFolder folder) {
            try {
                return new Known(Optional.of(NpzFaceCache.open(folder.cache())));
            } catch (HeirloomException e) {
                if (e.code() == ErrorCode.NOT_FOUND) {
                    return new Known(Optional.empty());
                }
                throw e;
            }
        }

        boolean has(String sha256) {
            return cache.isPresent() && cache.get().has(sha256);
        }

        @Override
        public void close() {
            cache.ifPresent(FaceCache::close);
        }
    }

    private static Map<String, Object> fields(StagingSummary summary) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("listed", summary.listed());
        fields.put("seen_before", summary.before());
        fields.put("staged", summary.staged().pictures());
        fields.put("known", summary.staged().known());
        fields.put("duplicates", summary.staged().duplicates());
        fields.put("failed", summary.staged().failed());
        fields.put("faces_too_small", summary.skipped().small());
        fields.put("without_faces", summary.skipped().faceless());
        fields.put("left_out", summary.skipped().leftOut());
        fields.put("notes", summary.notes());
        fields.put("elapsed_seconds", summary.elapsed().toNanos() / NANOS_PER_SECOND);
        return fields;
    }

    private void print(StagingSummary summary) {
        var staged = summary.staged();
        var skipped = summary.skipped();
        output.out()
                .printf(
                        Locale.ROOT,
                        "%,d assets = %,d seen before + %,d staged + %,d known + %,d duplicates + %,d failed%n"
                                + "    + %,d with faces too small + %,d without faces + %,d left out%n",
                        summary.listed(),
                        summary.before(),
                        staged.pictures(),
                        staged.known(),
                        staged.duplicates(),
                        staged.failed(),
                        skipped.small(),
                        skipped.faceless(),
                        skipped.leftOut());
    }
}
