package app.heirloom.media.format;

/** What a file is, as its first bytes tell. */
public enum Format {
    JPEG,
    PNG,
    GIF,
    BMP,
    WEBP,
    /** Also the many raw formats that are TIFF in disguise: DNG, NEF, CR2, ARW, PEF, SRW, ORF, RW2. */
    TIFF,
    /** Fujifilm's raw. */
    RAF,
    /** Canon's raw in ISO boxes. */
    CR3,
    /** HEIC, HEIF and AVIF stills. */
    HEIF,
    JPEG_XL,
    /** Pictures that ffmpeg knows and nobody takes with a camera: JPEG 2000, Photoshop and the like. */
    OTHER_STILL,
    /** MP4, QuickTime and 3GP. */
    MOVIE,
    /** WebM, Matroska, AVI, MPEG and the like. */
    OTHER_VIDEO;

    public boolean isVideo() {
        return this == MOVIE || this == OTHER_VIDEO;
    }
}
