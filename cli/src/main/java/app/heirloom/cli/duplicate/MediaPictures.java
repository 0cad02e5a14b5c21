package app.heirloom.cli.duplicate;

import app.heirloom.cli.distribution.Distribution;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.embedding.PictureReader;
import app.heirloom.library.metadata.extraction.MetadataReader;
import app.heirloom.media.Media;
import app.heirloom.media.MediaConfig;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Decodes pictures by programs that are looked for only once there is a picture. */
final class MediaPictures implements PictureReader, AutoCloseable {
    @Option(
            names = "--media-programs",
            hidden = true,
            paramLabel = "DIR",
            description = "Folder of ffmpeg and ffprobe.")
    private @Nullable Path programs;

    private @Nullable Media media;

    @Override
    public Picture read(Path file, int longestSide) {
        return open().pictures().read(file, longestSide);
    }

    MetadataReader metadata() {
        return (original, type, sidecar) -> open().metadata().read(original, type, sidecar);
    }

    private synchronized Media open() {
        Media opened = media;
        if (opened == null) {
            opened = Media.open(MediaConfig.of(programs == null ? Distribution.mediaPrograms() : programs));
            media = opened;
        }
        return opened;
    }

    @Override
    public synchronized void close() {
        if (media != null) {
            media.close();
        }
    }
}
