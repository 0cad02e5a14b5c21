package app.heirloom.server;

import app.heirloom.library.preview.PreviewSettings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a server runs.
 *
 * @param data directory of the library; created when it is missing
 * @param database URL of another database than the SQLite file in the data directory
 * @param models directory of model files, for the features that need some
 * @param acceptDatabase whether to start although database and originals do not belong together
 */
public record ServerConfig(
        Listening listening,
        Path data,
        Optional<String> database,
        Optional<Path> models,
        Decoding decoding,
        boolean acceptDatabase) {

    /**
     * Where clients reach the server.
     *
     * @param port 0 takes any that is free
     * @param basePath what every path begins with; empty, or with a slash before it and none behind
     */
    public record Listening(String host, int port, String basePath) {
        public static final Listening DEFAULT = new Listening("0.0.0.0", 2283, "");

        public Listening {
            basePath = normalize(basePath);
        }

        private static String normalize(String path) {
            String stripped = path.strip().replaceAll("^/+|/+$", "");
            return stripped.isEmpty() ? "" : "/" + stripped;
        }
    }

    /**
     * How photos and videos are decoded.
     *
     * @param programs directory of ffmpeg and ffprobe
     */
    public record Decoding(Path programs, PreviewSettings previews) {}

    public static final Path DEFAULT_DATA = Path.of("heirloom-data");
    public static final Path DEFAULT_MEDIA_PROGRAMS = Path.of("ffmpeg");

    /** A server with all defaults but its data directory and its programs. */
    public static ServerConfig of(Listening listening, Path data, Path mediaPrograms) {
        var decoding = new Decoding(mediaPrograms, PreviewSettings.DEFAULT);
        return new ServerConfig(listening, data, Optional.empty(), Optional.empty(), decoding, false);
    }
}
