package app.heirloom.library.person;

/** Where a face comes from. */
public enum FaceSource {
    /** Found in the picture by a model. */
    MODEL,
    /** Read from what the file says. */
    FILE,
    /** Drawn by hand. */
    HAND
}
