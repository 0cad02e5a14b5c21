package app.heirloom.cli.model;

import app.heirloom.inference.pack.ModelFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where model files lie, said alike by every command. */
final class ModelOptions {
    private static final Path DEFAULT = Path.of("heirloom-data", "models");

    @Option(
            names = "--model-dir",
            paramLabel = "DIR",
            description = {"Directory of model packs.", "Default: heirloom-data/models"})
    private @Nullable Path directory;

    ModelFolder folder() {
        return new ModelFolder(directory == null ? DEFAULT : directory);
    }
}
