package app.heirloom.library.gallery;

/** Identifies a {@link GalleryPerson}. */
public record GalleryPersonId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
