package app.heirloom.library.embedding;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** Decodes moments of videos for models to look at. */
@FunctionalInterface
public interface FrameReader {
    /**
     * What a video shows.
     *
     * @param moment from its beginning
     */
    record Frame(Duration moment, Picture picture) {}

    /**
     * Hands out the key frames at the sampled moments one by one, in order, none twice, each upright and scaled down as
     * {@link PictureReader#read} does. Moments that cannot be decoded are left out.
     *
     * @throws app.heirloom.library.error.HeirloomException UNREADABLE_MEDIA when the file is no video
     */
    void read(Path video, FrameSampling sampling, int longestSide, Consumer<Frame> viewer);
}
