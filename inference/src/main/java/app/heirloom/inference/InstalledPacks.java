package app.heirloom.inference;

import static java.lang.System.Logger.Level.WARNING;

import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.inference.pack.ModelFolder.State;
import app.heirloom.inference.pack.Pack;
import app.heirloom.inference.pack.PackTask;
import app.heirloom.inference.runtime.ModelMemory;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.text.TextReader;
import java.util.List;
import java.util.Optional;

/** The packs whose files are in a folder; their networks share a memory. */
public record InstalledPacks(ModelFolder folder, ModelMemory memory) {
    private static final System.Logger LOG = System.getLogger(InstalledPacks.class.getName());

    /**
     * What finds faces; empty when the pack's files are not here.
     *
     * @throws app.heirloom.library.error.HeirloomException NOT_FOUND when nobody knows the pack, INVALID when it is damaged
     */
    public Optional<Inference> faces(String name) {
        Pack pack = folder.get(name);
        return isHere(pack) ? Optional.of(Inference.load(pack, folder, memory)) : Optional.empty();
    }

    /**
     * What compares pictures with words; of several packs the first by name, empty when there is none.
     *
     * @throws app.heirloom.library.error.HeirloomException INVALID when the pack is damaged
     */
    public Optional<SmartSearchModels> smartSearch() {
        return smartSearch(Optional.empty());
    }

    /**
     * The same with the pack of that name, if one is wanted.
     *
     * @throws app.heirloom.library.error.HeirloomException NOT_FOUND when nobody knows the pack, INVALID when it is damaged
     */
    public Optional<SmartSearchModels> smartSearch(Optional<String> name) {
        return name.map(folder::get)
                .filter(this::isHere)
                .or(() -> name.isPresent() ? Optional.empty() : find(PackTask.SMART_SEARCH))
                .map(pack -> SmartSearchModels.load(pack, folder, memory));
    }

    /** All other packs that compare pictures with words; damaged ones are told in the log. */
    public List<SmartSearchModels> smartSearchBeside(ModelId wanted) {
        return folder.list().stream()
                .filter(pack ->
                        pack.task() == PackTask.SMART_SEARCH && !pack.id().equals(wanted) && isHere(pack))
                .<SmartSearchModels>mapMulti((pack, next) -> {
                    try {
                        next.accept(SmartSearchModels.load(pack, folder, memory));
                    } catch (HeirloomException e) {
                        LOG.log(
                                WARNING,
                                "Nothing that {0} saw is found: {1}",
                                pack.id().name(),
                                e.getMessage());
                    }
                })
                .toList();
    }

    /** What reads text; chosen, and failing, likewise. */
    public Optional<TextReader> text() {
        return find(PackTask.TEXT).map(pack -> TextModels.open(pack, folder, memory));
    }

    private Optional<Pack> find(PackTask task) {
        return folder.list().stream()
                .filter(pack -> pack.task() == task && isHere(pack))
                .findFirst();
    }

    private boolean isHere(Pack pack) {
        return folder.glance(pack) != State.MISSING;
    }
}
