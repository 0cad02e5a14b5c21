package app.heirloom.library.person;

import app.heirloom.library.asset.BlobKey;
import org.jspecify.annotations.Nullable;

/**
 * How a person is pictured.
 *
 * @param face the face that is shown, or that will be
 * @param chosen by hand; otherwise a larger face takes its place
 * @param thumbnail of the face, once it is made
 */
public record Portrait(
        @Nullable FaceId face, boolean chosen, @Nullable BlobKey thumbnail) {
    public static final Portrait NONE = new Portrait(null, false, null);

    /** The wanted face; the thumbnail stays until the new one is there. */
    Portrait withChosen(FaceId wanted) {
        return new Portrait(wanted, true, thumbnail);
    }
}
