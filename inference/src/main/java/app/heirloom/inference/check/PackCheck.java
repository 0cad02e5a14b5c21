package app.heirloom.inference.check;

import app.heirloom.inference.pack.ModelFile;
import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.inference.pack.Pack;
import app.heirloom.inference.runtime.OnnxModel;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import java.util.List;

/**
 * The self-test of a pack: loads each network, compares its shapes with the descriptor, and lets those that look at
 * pictures see a drawn face. What they answer is compared with what was measured when the descriptor was written, so
 * that a wrong colour order or scaling shows.
 */
public final class PackCheck {
    private final ModelFolder folder;

    public PackCheck(ModelFolder folder) {
        this.folder = folder;
    }

    /** Tries every network of a pack whose files are here. */
    public List<Finding> run(Pack pack) {
        return pack.files().stream()
                .filter(file -> file.shape().isPresent())
                .map(file -> run(pack, file))
                .toList();
    }

    private Finding run(Pack pack, ModelFile file) {
        String name = file.content().file();
        try (OnnxModel network = OnnxModel.load(folder.fileOf(pack, file))) {
            new ShapeCheck(file).run(network);
            return new Finding(name, true, new DrawnFaceTrial(file).run(network));
        } catch (HeirloomException e) {
            if (e.code() != ErrorCode.INVALID) {
                throw e;
            }
            return new Finding(name, false, e.getMessage());
        }
    }
}
