package app.heirloom.cli.model;

import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.server.ServerConfig;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where model packs lie, said alike by every command without a server. */
final class ModelOptions {
    @Option(
            names = "--model-dir",
            paramLabel = "DIR",
            defaultValue = "heirloom-data/models",
            description = {"Directory of model packs.", "Default: ${DEFAULT-VALUE}"})
    private Path directory = ServerConfig.DEFAULT_MODELS;

    Path directory() {
        return directory;
    }

    ModelFolder folder() {
        return new ModelFolder(directory);
    }
}
