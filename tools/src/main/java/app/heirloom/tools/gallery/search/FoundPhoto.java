package app.heirloom.tools.gallery.search;

import java.nio.file.Path;

/**
 * A photo that a search found.
 *
 * @param score cosine similarity to what was asked for; 1 where only people or text were asked for
 */
public record FoundPhoto(Path path, double score) {}
