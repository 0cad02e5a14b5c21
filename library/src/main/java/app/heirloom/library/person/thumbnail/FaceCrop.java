package app.heirloom.library.person.thumbnail;

import app.heirloom.library.asset.AssetType;
import app.heirloom.library.metadata.Frame;
import app.heirloom.library.person.FaceBox;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which face to cut out and where to.
 *
 * @param preview if there is one; it does when it shows the face large enough
 * @param frame as the metadata stage found it: how to turn the original upright
 * @param target file to write the JPEG to
 */
public record FaceCrop(
        Path original,
        AssetType type,
        Frame frame,
        @Nullable Path preview,
        FaceBox box,
        Path target) {}
