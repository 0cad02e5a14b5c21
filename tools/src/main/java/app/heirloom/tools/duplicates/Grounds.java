package app.heirloom.tools.duplicates;

/** Why the members of a group are held to be the same. */
public enum Grounds {
    /** The server groups them so. */
    SERVER,
    /** One is the other as an iPhone cut it. */
    LETTERBOX,
    /** They have the same bytes. */
    BYTES,
    /** They have the same pixels. */
    PIXELS,
    /** They look the same, or some do to others in between. */
    LOOKS
}
