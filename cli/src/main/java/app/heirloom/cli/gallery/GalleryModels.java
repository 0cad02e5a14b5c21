package app.heirloom.cli.gallery;

import app.heirloom.cli.model.FacePack;
import app.heirloom.inference.Inference;
import app.heirloom.inference.InstalledPacks;
import app.heirloom.inference.SmartSearchModels;
import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.inference.pack.Pack;
import app.heirloom.inference.runtime.ModelMemory;
import app.heirloom.library.text.TextReader;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** Which models look at galleries, said alike by every command. */
final class GalleryModels {
    @Mixin
    private FacePack pack = new FacePack();

    /** What is there. */
    record Opened(
            Optional<Inference> faces,
            Optional<SmartSearchModels> smartSearch,
            Optional<TextReader> texts,
            ModelMemory memory)
            implements AutoCloseable {
        boolean isEmpty() {
            return faces.isEmpty() && smartSearch.isEmpty() && texts.isEmpty();
        }

        @Override
        public void close() {
            smartSearch.ifPresent(SmartSearchModels::close);
            memory.close();
        }
    }

    Opened open() {
        ModelMemory memory = ModelMemory.ofThisMachine();
        try {
            var packs = new InstalledPacks(folder(), memory);
            return new Opened(packs.faces(pack.name()), packs.smartSearch(), packs.text(), memory);
        } catch (RuntimeException e) {
            memory.close();
            throw e;
        }
    }

    ModelFolder folder() {
        return pack.folder();
    }

    /** The pack that finds faces, be its files here or not. */
    Pack facePack() {
        return pack.get();
    }

    Path directory() {
        return pack.directory();
    }
}
