package app.heirloom.library.asset;

/** What a file is to its asset, besides the original. */
public enum FileKind {
    /** XMP beside the original. */
    SIDECAR,
    /** Full size for originals that browsers cannot show. */
    FULLSIZE,
    /** 1440 pixels on the longer side, JPEG. */
    PREVIEW,
    /** 250 pixels on the shorter side, WebP. */
    THUMBNAIL,
    /** Playable derivative of a video. */
    ENCODED_VIDEO
}
