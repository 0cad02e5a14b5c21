package app.heirloom.cli.identity;

import app.heirloom.cli.Distribution;
import app.heirloom.inference.Inference;
import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.recognition.FaceSettings;
import app.heirloom.media.Media;
import app.heirloom.media.MediaConfig;
import app.heirloom.server.ServerConfig;
import app.heirloom.tools.identities.embedding.PictureSight;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which model looks at pictures, and what decodes them. */
final class FaceModel {
    @Option(
            names = "--model-dir",
            paramLabel = "DIR",
            defaultValue = "heirloom-data/models",
            description = {"Directory of model packs.", "Default: ${DEFAULT-VALUE}"})
    private Path directory = ServerConfig.DEFAULT_MODELS;

    @Option(
            names = "--face-pack",
            paramLabel = "NAME",
            defaultValue = "faces-yunet-mobilefacenet",
            description = {"Model pack that finds faces and tells them apart.", "Default: ${DEFAULT-VALUE}"})
    private String pack = FaceSettings.DEFAULT.pack();

    @Option(
            names = "--media-programs",
            hidden = true,
            paramLabel = "DIR",
            description = "Folder of ffmpeg and ffprobe.")
    private @Nullable Path programs;

    /** What looks, until it is closed. */
    record Opened(Inference inference, Media media) implements AutoCloseable {
        PictureSight sight() {
            return new PictureSight(media.pictures(), media.metadata(), inference.faceFinder());
        }

        @Override
        public void close() {
            media.close();
            inference.close();
        }
    }

    /** Fails as NOT_FOUND when the pack's files are not here, and tells how to get them. */
    Opened open() {
        var folder = new ModelFolder(directory);
        Inference inference = Inference.load(folder.get(pack), folder);
        try {
            return new Opened(inference, media());
        } catch (RuntimeException e) {
            inference.close();
            throw e;
        }
    }

    /** What decodes pictures, without a model. */
    Media media() {
        return Media.open(MediaConfig.of(programs == null ? Distribution.mediaPrograms() : programs));
    }

    /** Whose embeddings these are, whether its files are here or not. */
    ModelId model() {
        return new ModelFolder(directory).get(pack).id();
    }
}
