package app.heirloom.cli.gallery;

import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.cli.terminal.Output;
import app.heirloom.inference.pack.ModelFolder.State;
import app.heirloom.inference.pack.Pack;
import app.heirloom.inference.pack.PackTask;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.gallery.ModelSet;
import app.heirloom.server.Logging;
import app.heirloom.storage.sql.SqlStorage;
import app.heirloom.tools.gallery.GalleryCheck;
import app.heirloom.tools.gallery.GalleryCheck.Findings;
import app.heirloom.tools.gallery.IndexShelves;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        description = "Compare the index with the disk and with itself, without opening a photo; ends with 3 when"
                + " something is not well.")
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private GalleryOptions options = new GalleryOptions();

    @Option(names = "--clean", description = "Remove contents that no file has any longer.")
    private boolean clean;

    @Mixin
    private GalleryModels models = new GalleryModels();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        Logging.configure();
        ModelSet installed = installed();
        try (SqlStorage storage = options.open()) {
            var check = new GalleryCheck(
                    new IndexShelves(storage.galleries(), storage.transactions()),
                    complaint -> output.say(complaint.sentence()));
            if (clean) {
                output.say(String.format(Locale.ROOT, "%,d contents removed", check.clean()));
                options.file().ifPresent(SearchIndex::forget);
            }
            Findings findings = check.run(installed);
            output.print(findings, () -> tell(findings, installed));
            return findings.isWell() ? ExitCode.DONE : ExitCode.INCOMPLETE;
        }
    }

    private ModelSet installed() {
        List<ModelId> ids = new ArrayList<>();
        Pack faces = models.facePack();
        var folder = models.folder();
        if (folder.glance(faces) == State.READY) {
            ids.add(faces.id());
        }
        for (PackTask task : List.of(PackTask.SMART_SEARCH, PackTask.TEXT)) {
            folder.list().stream()
                    .filter(pack -> pack.task() == task && folder.glance(pack) == State.READY)
                    .findFirst()
                    .ifPresent(pack -> ids.add(pack.id()));
        }
        return ModelSet.of(ids);
    }

    private void tell(Findings findings, ModelSet installed) {
        var out = output.out();
        out.printf(
                "models      %s%n", installed.names().isEmpty() ? "none in " + models.directory() : installed.names());
        tell(findings.goneGalleries(), "galleries are not there; index the folder above them to forget them");
        tell(findings.goneFiles(), "files are not there; the next index forgets them");
        tell(findings.counts().failed(), "files could not be read; every index tries them again");
        tell(findings.incomplete(), "galleries are not indexed to the end by these models; index them again");
        tell(findings.orphans(), "contents have no file; --clean removes them");
        if (findings.isWell()) {
            out.println("all is well");
        }
    }

    private void tell(long count, String what) {
        if (count > 0) {
            output.out().printf(Locale.ROOT, "%,11d %s%n", count, what);
        }
    }
}
