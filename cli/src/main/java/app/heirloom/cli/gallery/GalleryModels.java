package app.heirloom.cli.gallery;

import app.heirloom.inference.Inference;
import app.heirloom.inference.InstalledPacks;
import app.heirloom.inference.SmartSearchModels;
import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.inference.pack.Pack;
import app.heirloom.library.recognition.FaceSettings;
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

    /** What is there, loaded. */
    record Opened(Optional<Inference> faces, Optional<SmartSearchModels> smartSearch) implements AutoCloseable {
        boolean isEmpty() {
            return faces.isEmpty() && smartSearch.isEmpty();
        }

        @Override
        public void close() {
            faces.ifPresent(Inference::close);
            smartSearch.ifPresent(SmartSearchModels::close);
        }
    }

    Opened open() {
        Optional<Inference> faces = installed().faces(facePack);
        try {
            return new Opened(faces, installed().smartSearch());
        } catch (RuntimeException e) {
            faces.ifPresent(Inference::close);
            throw e;
        }
    }

    InstalledPacks installed() {
        return new InstalledPacks(new ModelFolder(directory));
    }

    /** The pack that finds faces, be its files here or not. */
    Pack facePack() {
        return installed().folder().get(facePack);
    }

    Path directory() {
        return directory;
    }
}
