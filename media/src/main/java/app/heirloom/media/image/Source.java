package app.heirloom.media.image;

import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.media.color.ColorDescription;
import app.heirloom.media.header.Header;
import java.util.List;

/**
 * How ffmpeg comes by the picture of a file.
 *
 * @param input arguments that open the file
 * @param picture filters that yield the picture as stored, at the end of which others can be chained
 * @param dimensions as stored
 * @param orientation as the container says; EXIF has a say of its own
 * @param transparent whether it may be transparent somewhere
 * @param color how its numbers mean colours
 */
record Source(
        List<String> input,
        String picture,
        Dimensions dimensions,
        int orientation,
        boolean transparent,
        ColorDescription color) {

    /** A picture that ffmpeg opens without ado. */
    static Source plain(List<String> input, Header header) {
        return new Source(input, "[0:v:0]null", header.dimensions(), 1, header.transparent(), header.color());
    }
}
