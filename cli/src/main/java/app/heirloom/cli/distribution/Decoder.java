package app.heirloom.cli.distribution;

import app.heirloom.media.Media;
import app.heirloom.media.MediaConfig;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What decodes photos. */
public final class Decoder {
    @Option(
            names = "--media-programs",
            hidden = true,
            paramLabel = "DIR",
            description = "Folder of ffmpeg and ffprobe.")
    private @Nullable Path programs;

    public Media open() {
        return Media.open(MediaConfig.of(programs == null ? Distribution.mediaPrograms() : programs));
    }
}
