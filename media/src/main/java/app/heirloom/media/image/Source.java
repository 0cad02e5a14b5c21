package app.heirloom.media.image;

import app.heirloom.library.asset.Dimensions;
import app.heirloom.media.color.ColorDescription;
import java.util.List;

/**
 * How ffmpeg comes by the picture of a file.
 *
 * @param input arguments that open the file
 * @param picture filters that yield the picture as stored, at the end of which others can be chained
 * @param dimensions as stored
 * @param transparent whether it may be transparent somewhere
 * @param color how its numbers mean colours
 */
record Source(List<String> input, String picture, Dimensions dimensions, boolean transparent, ColorDescription color) {}
