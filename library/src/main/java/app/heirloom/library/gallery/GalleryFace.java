package app.heirloom.library.gallery;

import app.heirloom.library.asset.Checksum;
import app.heirloom.library.recognition.detection.Detection;
import org.jspecify.annotations.Nullable;

/**
 * A face that a model saw in a content.
 *
 * @param person null while nobody's
 * @param byHand whether somebody said whose it is
 */
public record GalleryFace(
        Detection detection, Checksum content, @Nullable GalleryPersonId person, boolean byHand) {}
