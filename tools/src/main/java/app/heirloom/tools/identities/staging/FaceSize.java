package app.heirloom.tools.identities.staging;

import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.person.FaceBox;
import org.jspecify.annotations.Nullable;

/** How large faces are in originals, though servers look at previews. */
final class FaceSize {
    private FaceSize() {}

    /**
     * The shorter side of the face in pixels of the original.
     *
     * @param original null when nobody knows its size: then the preview's pixels count
     */
    static double shortSide(FaceBox box, @Nullable Dimensions original) {
        int side = Math.min(box.right() - box.left(), box.bottom() - box.top());
        return original == null ? side : side * (double) longSide(original) / longSide(box.image());
    }

    /** Some servers mix up width and height of turned pictures. */
    private static int longSide(Dimensions size) {
        return Math.max(size.width(), size.height());
    }
}
