package app.heirloom.cli.gallery;

import app.heirloom.cli.distribution.Decoder;
import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.cli.terminal.Output;
import app.heirloom.cli.terminal.Terminal;
import app.heirloom.inference.Inference;
import app.heirloom.inference.SmartSearchModels;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.media.Media;
import app.heirloom.server.Logging;
import app.heirloom.storage.files.FileContentReader;
import app.heirloom.storage.sql.SqlStorage;
import app.heirloom.tools.gallery.ContentRecognition;
import app.heirloom.tools.gallery.GalleryIndex;
import app.heirloom.tools.gallery.IndexSettings;
import app.heirloom.tools.gallery.IndexShelves;
import app.heirloom.tools.gallery.IndexSummary;
import app.heirloom.tools.gallery.Selection;
import app.heirloom.tools.gallery.StoredRecognition;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "index",
        description =
                "Bring the index of some folders up to date. What has not changed is not opened; it may be stopped at any"
                        + " moment, and the next run goes on.")
final class IndexCommand implements Callable<Integer> {
    private static final int MOST = 1_000;

    /** Besides those of the stages: for the walk, and for what is written down of it. */
    private static final int CONNECTIONS_BESIDE = 2;

    /** So that a PostgreSQL with its usual hundred has room for six processes, however many files each reads at once. */
    private static final int MOST_CONNECTIONS = 15;

    @Mixin
    private GalleryOptions options = new GalleryOptions();

    @Mixin
    private Targets targets = new Targets();

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = {"Pictures that models look at, at once.", "Default: one for each core"})
    private int concurrency = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--io-concurrency",
            paramLabel = "N",
            description = {"Files that are read at once.", "Default: twice --concurrency"})
    private @Nullable Integer ioConcurrency;

    @Option(names = "--reindex", description = "Look at the files of every gallery, even where nothing has changed.")
    private boolean reindex;

    @Option(
            names = "--verify-content",
            description = "Read every file again: finds what changed without its size, time or inode.")
    private boolean verifyContent;

    @Option(names = "--include", paramLabel = "GLOB", description = "Only photos whose path matches, as **/2024/**.")
    private List<String> include = List.of();

    @Option(names = "--exclude", paramLabel = "GLOB", description = "No photos whose path matches, as **/private/**.")
    private List<String> exclude = List.of();

    @Option(
            names = "--ml-purge",
            description = "First forget what models made of photos, and who is on them; names of people stay.")
    private boolean purge;

    @Mixin
    private GalleryModels models = new GalleryModels();

    @Mixin
    private Decoder decoder = new Decoder();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws InterruptedException {
        int readers = ioConcurrency == null ? 2 * concurrency : ioConcurrency;
        requireSensible("--concurrency", concurrency);
        requireSensible("--io-concurrency", readers);
        Logging.configure();
        try (SqlStorage storage =
                        options.openOrMake(Math.min(readers + concurrency + CONNECTIONS_BESIDE, MOST_CONNECTIONS));
                GalleryModels.Opened opened = models.open()) {
            if (purge) {
                storage.transactions().run(storage.galleries()::forgetLooks);
                options.file().ifPresent(SearchIndex::forget);
            }
            IndexSummary summary;
            if (opened.isEmpty()) {
                output.say("There is no model pack in " + models.directory() + ", so that only files are indexed: no"
                        + " faces, no search. heirloom models list shows which packs there are.");
                summary = index(storage, ContentRecognition.NONE, readers);
            } else {
                try (Media media = decoder.open()) {
                    summary = index(storage, recognition(storage, opened, media), readers);
                }
            }
            return summary.photos().failed() + summary.unreadable() == 0 ? ExitCode.DONE : ExitCode.INCOMPLETE;
        }
    }

    private static ContentRecognition recognition(SqlStorage storage, GalleryModels.Opened opened, Media media) {
        return new StoredRecognition(
                new StoredRecognition.Models(
                        opened.faces().map(Inference::faceFinder),
                        opened.smartSearch().map(SmartSearchModels::imageEmbedder),
                        opened.texts()),
                new StoredRecognition.Decoding(media.pictures(), media.metadata()),
                new StoredRecognition.Shelves(storage.detections(), storage.embeddings(), storage.texts()));
    }

    private IndexSummary index(SqlStorage storage, ContentRecognition recognition, int readers)
            throws InterruptedException {
        IndexSummary summary;
        try (var progress = new IndexProgress(output.err(), Terminal.find().isPresent())) {
            var index = new GalleryIndex(
                    new IndexShelves(storage.galleries(), storage.transactions()),
                    new FileContentReader(),
                    recognition,
                    new IndexSettings(readers, concurrency, reindex || purge, verifyContent),
                    complaint -> progress.say(complaint.sentence()));
            progress.start(index);
            index.run(targets.folders(), new Selection(include, exclude));
            summary = index.progress();
        }
        output.print(summary, () -> print(summary));
        return summary;
    }

    static void requireSensible(String option, int value) {
        if (value < 1 || value > MOST) {
            throw ErrorCode.INVALID.exception(option + " must be from 1 to " + MOST + ", not " + value);
        }
    }

    private void print(IndexSummary summary) {
        var galleries = summary.galleries();
        var skipped = summary.skipped();
        var photos = summary.photos();
        PrintWriter out = output.out();
        out.printf(
                Locale.ROOT,
                "galleries  %,d indexed, %,d unchanged, %,d left to others, %,d gone%n",
                galleries.indexed(),
                galleries.unchanged(),
                galleries.left(),
                galleries.forgotten());
        out.printf(
                Locale.ROOT,
                "photos     %,d = %,d in unchanged galleries + %,d unchanged + %,d known + %,d new%n"
                        + "           + %,d left to others + %,d failed + %,d vanished%n",
                summary.found(),
                skipped.inUnchanged(),
                skipped.unchanged(),
                photos.known(),
                photos.recognized(),
                skipped.inLeft(),
                photos.failed(),
                photos.vanished());
        out.printf(
                Locale.ROOT,
                "read       %,d MB, %,d new faces, %,d unreadable%n",
                summary.bytesRead() / 1_000_000,
                summary.faces(),
                summary.unreadable());
    }
}
