package app.heirloom.media;

import app.heirloom.library.preview.PreviewSettings;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How media are decoded.
 *
 * @param programs folder that holds ffmpeg and ffprobe; where it is absent, those on the PATH are taken
 * @param previews how derivatives are made
 * @param timeLimit of processor time for one file; a child process is killed at three times as much by the wall clock
 * @param memoryLimitInBytes of one child process
 */
public record MediaConfig(Path programs, PreviewSettings previews, Duration timeLimit, long memoryLimitInBytes) {
    private static final Duration TIME_LIMIT = Duration.ofSeconds(60);
    private static final long MEMORY_LIMIT = 3L << 30;

    /** Default limits: they admit a picture of 400 megapixels. */
    public static MediaConfig of(Path programs) {
        return of(programs, PreviewSettings.DEFAULT);
    }

    /** The same limits with other derivatives. */
    public static MediaConfig of(Path programs, PreviewSettings previews) {
        return new MediaConfig(programs, previews, TIME_LIMIT, MEMORY_LIMIT);
    }
}
