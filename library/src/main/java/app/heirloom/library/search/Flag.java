package app.heirloom.library.search;

/** What an asset is or is not. */
public enum Flag {
    /** Of the one who searches: what others like is their affair. */
    FAVORITE,
    /** A live photo. */
    MOTION,
    OFFLINE,
    /** There is a playable derivative of the video. */
    ENCODED,
    IN_ALBUM,
    WITH_PEOPLE,
    TAGGED,
    STACKED
}
