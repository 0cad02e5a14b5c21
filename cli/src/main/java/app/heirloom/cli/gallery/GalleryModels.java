package app.heirloom.cli.gallery;

import app.heirloom.inference.Inference;
import app.heirloom.inference.InstalledPacks;
import app.heirloom.inference.SmartSearchModels;
import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.inference.pack.Pack;
import app.heirloom.inference.runtime.ModelMemory;
import app.heirloom.library.recognition.FaceSettings;
import app.heirloom.library.text.TextReader;
import app.heirloom.server.ServerConfig;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which models look at galleries, said alike by every command. */
final class GalleryModels {
    @Option(
            names = "--model-dir",
            paramLabel = "DIR",
            defaultValue = "heirloom-data/models",
            description = {"Directory of model packs; those that are there are used.", "Default: ${DEFAULT-VALUE}"})
    private Path directory = ServerConfig.DEFAULT_MODELS;

    @Option(
            names = "--face-pack",
            paramLabel = "NAME",
            defaultValue = "faces-yunet-mobilefacenet",
            description = {"Model pack that finds faces and tells them apart.", "Default: ${DEFAULT-VALUE}"})
    private String facePack = FaceSettings.DEFAULT.pack();

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
            return new Opened(packs.faces(facePack), packs.smartSearch(), packs.text(), memory);
        } catch (RuntimeException e) {
            memory.close();
            throw e;
        }
    }

    ModelFolder folder() {
        return new ModelFolder(directory);
    }

    /** The pack that finds faces, be its files here or not. */
    Pack facePack() {
        return folder().get(facePack);
    }

    Path directory() {
        return directory;
    }
}
