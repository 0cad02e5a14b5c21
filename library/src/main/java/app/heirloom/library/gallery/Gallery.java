package app.heirloom.library.gallery;

import java.util.Optional;

/**
 * One folder with photos, as it was when it was last indexed.
 *
 * @param path absolute; see {@link PathText}
 * @param stamp empty until all of its files were indexed once, and again when one of them failed
 * @param looks the models that have looked at all of its files
 */
public record Gallery(GalleryId id, String path, Optional<GalleryStamp> stamp, ModelSet looks) {}
