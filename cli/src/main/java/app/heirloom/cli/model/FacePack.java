package app.heirloom.cli.model;

import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.inference.pack.Pack;
import app.heirloom.library.recognition.FaceSettings;
import app.heirloom.server.ServerConfig;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where model packs lie, and which one looks at faces: said alike by every command without a server. */
public final class FacePack {
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
    private String name = FaceSettings.DEFAULT.pack();

    public Path directory() {
        return directory;
    }

    public ModelFolder folder() {
        return new ModelFolder(directory);
    }

    public String name() {
        return name;
    }

    /** Be its files here or not. */
    public Pack get() {
        return folder().get(name);
    }
}
