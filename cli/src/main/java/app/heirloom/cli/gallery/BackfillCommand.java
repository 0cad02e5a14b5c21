package app.heirloom.cli.gallery;

import app.heirloom.cli.terminal.Output;
import app.heirloom.server.Logging;
import app.heirloom.storage.sql.SqlStorage;
import app.heirloom.tools.gallery.GalleryBackfill;
import app.heirloom.tools.gallery.IndexShelves;
import app.heirloom.tools.gallery.Selection;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "backfill",
        description =
                "Take over times and inodes of known files of unchanged size without opening them, as after a copy"
                        + " to another disk: the next index then reads none of them.")
final class BackfillCommand implements Runnable {
    @Mixin
    private GalleryOptions options = new GalleryOptions();

    @Mixin
    private Targets targets = new Targets();

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            defaultValue = "16",
            description = {"Folders that are looked at, at once.", "Default: ${DEFAULT-VALUE}"})
    private int concurrency;

    @Mixin
    private Output output = new Output();

    @Override
    public void run() {
        IndexCommand.requireSensible("--concurrency", concurrency);
        Logging.configure();
        try (SqlStorage storage = options.open()) {
            var shelves = new IndexShelves(storage.galleries(), storage.transactions());
            GalleryBackfill.Summary summary = new GalleryBackfill(
                            shelves, complaint -> output.say(complaint.sentence()))
                    .run(targets.folders(), new Selection(List.of(), List.of()), concurrency);
            output.print(
                    summary,
                    () -> output.out()
                            .printf(
                                    Locale.ROOT,
                                    "%,d galleries: %,d files taken over, %,d left to the next index%n",
                                    summary.galleries(),
                                    summary.files(),
                                    summary.left()));
        }
    }
}
