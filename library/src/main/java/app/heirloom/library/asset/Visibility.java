package app.heirloom.library.asset;

/** Where an asset shows up. */
public enum Visibility {
    /** On the timeline. */
    TIMELINE,
    /** Kept, searchable, but off the timeline. */
    ARCHIVE,
    /** Part of another asset, as the motion video of a live photo; never listed by itself. */
    HIDDEN,
    /** In the locked folder, shown only after the PIN. */
    LOCKED
}
