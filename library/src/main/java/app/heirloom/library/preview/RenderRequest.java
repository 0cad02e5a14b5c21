package app.heirloom.library.preview;

import app.heirloom.library.asset.AssetType;
import app.heirloom.library.metadata.Frame;
import java.nio.file.Path;

/**
 * What to render and where to.
 *
 * @param frame as the metadata stage found it: how to turn the picture upright, how long a video is
 * @param preview file to write the JPEG preview to
 * @param thumbnail file to write the WebP thumbnail to
 */
public record RenderRequest(Path original, AssetType type, Frame frame, Path preview, Path thumbnail) {}
