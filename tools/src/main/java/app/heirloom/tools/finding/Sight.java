package app.heirloom.tools.finding;

import app.heirloom.library.embedding.PictureReader;
import java.nio.file.Path;

/**
 * How previews are looked at.
 *
 * @param cache folder for what was seen, which is made if need be
 * @param concurrency previews at once
 */
public record Sight(PictureReader pictures, Path cache, int concurrency) {}
