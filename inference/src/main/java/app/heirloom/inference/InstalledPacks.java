package app.heirloom.inference;

import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.inference.pack.ModelFolder.State;
import app.heirloom.inference.pack.Pack;
import app.heirloom.inference.pack.PackTask;
import java.util.Optional;

/** The packs whose files are in a folder. */
public record InstalledPacks(ModelFolder folder) {
    /**
     * What finds faces; empty when the pack's files are not here.
     *
     * @throws app.heirloom.library.error.HeirloomException NOT_FOUND when nobody knows the pack, INVALID when it is damaged
     */
    public Optional<Inference> faces(String name) {
        Pack pack = folder.get(name);
        return isHere(pack) ? Optional.of(Inference.load(pack, folder)) : Optional.empty();
    }

    /**
     * What compares pictures with words; of several packs the first by name, empty when there is none.
     *
     * @throws app.heirloom.library.error.HeirloomException INVALID when the pack is damaged
     */
    public Optional<SmartSearchModels> smartSearch() {
        return folder.list().stream()
                .filter(pack -> pack.task() == PackTask.SMART_SEARCH && isHere(pack))
                .findFirst()
                .map(pack -> SmartSearchModels.load(pack, folder));
    }

    private boolean isHere(Pack pack) {
        return folder.glance(pack) != State.MISSING;
    }
}
