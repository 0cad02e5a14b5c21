package app.heirloom.server;

import app.heirloom.library.preview.PreviewSettings;
import app.heirloom.library.recognition.FaceSettings;
import app.heirloom.server.http.Listening;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a server runs.
 *
 * @param data directory of the library; created when it is missing
 * @param database URL of another database than the SQLite file in the data directory
 * @param acceptDatabase whether to start although database and originals do not belong together
 */
public record ServerConfig(
        Listening listening,
        Path data,
        Optional<String> database,
        Decoding decoding,
        Recognition recognition,
        boolean acceptDatabase) {

    /**
     * How photos and videos are decoded.
     *
     * @param programs directory of ffmpeg and ffprobe
     */
    public record Decoding(Path programs, PreviewSettings previews) {}

    /**
     * What models may do here.
     *
     * @param models directory of model packs; what has no pack there is absent
     * @param searchPack the pack for smart search; empty for the first by name
     */
    public record Recognition(Path models, FaceSettings faces, Optional<String> searchPack) {
        public Recognition(Path models, FaceSettings faces) {
            this(models, faces, Optional.empty());
        }
    }

    public static final Path DEFAULT_DATA = Path.of("heirloom-data");
    /** Where model packs are in the data directory. */
    public static final String MODELS = "models";

    public static final Path DEFAULT_MODELS = DEFAULT_DATA.resolve(MODELS);
    public static final Path DEFAULT_MEDIA_PROGRAMS = Path.of("ffmpeg");

    /** A server with all defaults but its data directory and its programs. */
    public static ServerConfig of(Listening listening, Path data, Path mediaPrograms) {
        var decoding = new Decoding(mediaPrograms, PreviewSettings.DEFAULT);
        var recognition = new Recognition(data.resolve(MODELS), FaceSettings.DEFAULT);
        return new ServerConfig(listening, data, Optional.empty(), decoding, recognition, false);
    }
}
