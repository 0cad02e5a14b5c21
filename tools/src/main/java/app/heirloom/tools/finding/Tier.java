package app.heirloom.tools.finding;

/** How far apart duplicates may be; each also finds what those before it find. */
public enum Tier {
    /** The same bytes. */
    EXACT,
    /** The same pixels, in files that say other things of themselves. */
    PIXELS,
    /** What looks the same in another size, encoding or brightness, with borders or cropped to another shape. */
    SIMILAR
}
