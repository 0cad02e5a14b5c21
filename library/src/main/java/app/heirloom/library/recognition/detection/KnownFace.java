package app.heirloom.library.recognition.detection;

import app.heirloom.library.person.Face;
import org.jspecify.annotations.Nullable;

/**
 * A face on an asset, with what a model made of it.
 *
 * @param visible whether nobody took it away
 * @param confirmed whether its person was said by hand or by the file
 * @param detection number of the {@link Detection}, if a model sees it
 */
public record KnownFace(
        Face face,
        boolean visible,
        boolean confirmed,
        @Nullable Long detection) {}
