package app.heirloom.cli;

import app.heirloom.library.embedding.FrameSampling;
import app.heirloom.library.recognition.FaceSettings;
import app.heirloom.server.ServerConfig;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What models may do on a server. */
final class RecognitionOptions {
    @Option(
            names = "--model-dir",
            paramLabel = "DIR",
            description = {
                "Directory of model packs; what has no pack there is left undone.",
                "Default: models in the data directory."
            })
    private @Nullable Path models;

    @Option(
            names = "--faces",
            paramLabel = "BOOLEAN",
            arity = "1",
            defaultValue = "true",
            description = {"Whether to find faces and gather them into people.", "Default: ${DEFAULT-VALUE}"})
    private boolean faces = FaceSettings.DEFAULT.enabled();

    @Option(
            names = "--face-pack",
            paramLabel = "NAME",
            defaultValue = FaceSettings.DEFAULT_PACK,
            description = {"Model pack that finds faces and tells them apart.", "Default: ${DEFAULT-VALUE}"})
    private String pack = FaceSettings.DEFAULT_PACK;

    @Option(
            names = "--min-faces",
            paramLabel = "COUNT",
            defaultValue = "3",
            description = {"How many faces make a person.", "Default: ${DEFAULT-VALUE}"})
    private int minimumFaces = FaceSettings.DEFAULT.minimumFaces();

    @Option(
            names = "--max-face-distance",
            paramLabel = "DISTANCE",
            description = {
                "Cosine distance up to which faces are one person's, 0 to 2. Default: what suits the model pack"
            })
    private @Nullable Double maximumDistance;

    @Option(
            names = "--min-face-score",
            paramLabel = "SCORE",
            description = {"How sure the model must be of a face, 0 to 1. Default: what suits the model pack"})
    private @Nullable Double minimumScore;

    @Option(
            names = "--video-frames",
            paramLabel = "COUNT",
            defaultValue = "0",
            description = {
                "How many frames of a video are searched for faces, beside its preview.",
                "Default: ${DEFAULT-VALUE}"
            })
    private int videoFrames = FaceSettings.DEFAULT.frames().most();

    @Option(
            names = "--search-pack",
            paramLabel = "NAME",
            description = {"Model pack for smart search. Default: the first by name of those that are there"})
    private @Nullable String searchPack;

    ServerConfig.Recognition chosen(Path data) {
        return new ServerConfig.Recognition(
                models == null ? data.resolve(ServerConfig.MODELS) : models,
                new FaceSettings(
                        faces,
                        pack,
                        minimumFaces,
                        Optional.ofNullable(maximumDistance),
                        Optional.ofNullable(minimumScore),
                        new FrameSampling(videoFrames)),
                Optional.ofNullable(searchPack));
    }
}
