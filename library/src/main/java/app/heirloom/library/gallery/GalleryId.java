package app.heirloom.library.gallery;

/** Identifies a {@link Gallery}. */
public record GalleryId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
