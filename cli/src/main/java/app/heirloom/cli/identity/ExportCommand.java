package app.heirloom.cli.identity;

import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.cli.terminal.Output;
import app.heirloom.cli.terminal.TerminalProgress;
import app.heirloom.library.identity.picture.FaceCache;
import app.heirloom.media.Media;
import app.heirloom.storage.identity.NpzFaceCache;
import app.heirloom.tools.identities.sets.SetExport;
import app.heirloom.tools.identities.sets.SetExport.Exported;
import app.heirloom.tools.identities.sets.SetPictures;
import app.heirloom.tools.identities.sets.SetStore;
import app.heirloom.tools.identities.sets.Shelf;
import app.heirloom.tools.identities.store.UserFolder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes sets to be looked at. */
@Command(
        name = "export",
        description =
                "Cut out the faces of the user's identity sets, the best first and of those that look the same one,"
                        + " write their embeddings, split them by age, and put sets with few different faces apart.")
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private SetOptions sets = new SetOptions();

    @Mixin
    private TermOptions.Minimum minimum = new TermOptions.Minimum();

    @Mixin
    private ExportOptions options = new ExportOptions();

    @Mixin
    private FaceModel model = new FaceModel();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        SetExport.Settings settings = options.chosen(minimum);
        List<Exported> exported = new ArrayList<>();
        try (UserFolder user = sets.user();
                FaceCache cache = SetOptions.cache(user);
                SetStore store = sets.open();
                Media media = model.media()) {
            new SetExport(
                            store,
                            new SetPictures(media.metadata(), media.faces(), media.pictures()),
                            NpzFaceCache::open,
                            settings,
                            new TerminalProgress(output.err()))
                    .run(sets.label(), cache, set -> {
                        exported.add(set);
                        set.failures()
                                .forEach(reason -> output.say("set " + set.set().number() + ": " + reason));
                    });
        }
        output.print(fields(exported), () -> print(exported));
        return exported.stream().allMatch(set -> set.failures().isEmpty()) ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }

    private static Map<String, Object> fields(List<Exported> exported) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("sets", exported.size());
        fields.put("thin", countThin(exported));
        fields.put("crops", exported.stream().mapToInt(Exported::crops).sum());
        fields.put("alike", exported.stream().mapToInt(Exported::alike).sum());
        fields.put(
                "failed",
                exported.stream().mapToInt(set -> set.failures().size()).sum());
        return fields;
    }

    private static long countThin(List<Exported> exported) {
        return exported.stream().filter(set -> set.shelf() == Shelf.THIN).count();
    }

    private void print(List<Exported> exported) {
        output.out()
                .printf(
                        Locale.ROOT,
                        "%,d sets, %,d of them thin: %,d faces cut out, %,d look like a better one, %,d failed%n",
                        exported.size(),
                        countThin(exported),
                        exported.stream().mapToInt(Exported::crops).sum(),
                        exported.stream().mapToInt(Exported::alike).sum(),
                        exported.stream().mapToInt(set -> set.failures().size()).sum());
    }
}
