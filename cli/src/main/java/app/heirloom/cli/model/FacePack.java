package app.heirloom.cli.model;

import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.inference.pack.Pack;
import app.heirloom.library.recognition.FaceSettings;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where model packs lie, and which one looks at faces: said alike by every command without a server. */
public final class FacePack {
    @Mixin
    private ModelOptions models = new ModelOptions();

    @Option(
            names = "--face-pack",
            paramLabel = "NAME",
            defaultValue = FaceSettings.DEFAULT_PACK,
            description = {"Model pack that finds faces and tells them apart.", "Default: ${DEFAULT-VALUE}"})
    private String name = FaceSettings.DEFAULT_PACK;

    public Path directory() {
        return models.directory();
    }

    public ModelFolder folder() {
        return models.folder();
    }

    public String name() {
        return name;
    }

    /** Be its files here or not. */
    public Pack get() {
        return folder().get(name);
    }
}
