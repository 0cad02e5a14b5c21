package app.heirloom.library.preview;

import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.asset.appearance.ThumbHash;

/**
 * What rendering found out besides the files it wrote.
 *
 * @param dimensions of the whole picture, upright, as decoded
 */
public record Rendition(Dimensions dimensions, ThumbHash thumbhash) {}
