package app.heirloom.library.gallery;

/**
 * A person in galleries.
 *
 * @param name empty while unknown
 * @param faces how many there are, in contents that some file has
 */
public record GalleryPerson(GalleryPersonId id, String name, long faces) {}
