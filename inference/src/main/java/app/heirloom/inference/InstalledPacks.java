package app.heirloom.inference;

import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.inference.pack.ModelFolder.State;
import app.heirloom.inference.pack.Pack;
import app.heirloom.inference.pack.PackTask;
import app.heirloom.inference.runtime.ModelMemory;
import app.heirloom.library.text.TextReader;
import java.util.Optional;

/** The packs whose files are in a folder; their networks share a memory. */
public record InstalledPacks(ModelFolder folder, ModelMemory memory) {
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
        return find(PackTask.SMART_SEARCH).map(pack -> SmartSearchModels.load(pack, folder, memory));
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
