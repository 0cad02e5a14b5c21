package app.heirloom.library.embedding;

import java.nio.file.Path;

/** Decodes files for models to look at. */
@FunctionalInterface
public interface PictureReader {
    /**
     * Decodes the picture upright, its colours brought to sRGB's range, scaled down so that no side exceeds the limit.
     *
     * @throws app.heirloom.library.error.HeirloomException UNREADABLE_MEDIA when the file holds no picture that can be
     *     decoded
     */
    Picture read(Path file, int longestSide);
}
