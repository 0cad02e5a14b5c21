package app.heirloom.library.preview;

/**
 * How derivatives are made.
 *
 * @param previewSize pixels of the preview's longer side at most; never enlarged
 * @param thumbnailSize pixels of the thumbnail's shorter side; never enlarged
 * @param previewQuality JPEG quality 1 to 100
 * @param thumbnailQuality WebP quality 1 to 100
 * @param maxPixels larger pictures are refused before they are decoded
 */
public record PreviewSettings(
        int previewSize, int thumbnailSize, int previewQuality, int thumbnailQuality, long maxPixels) {
    /** Immich's defaults, and a limit that admits every camera and most stitched panoramas. */
    public static final PreviewSettings DEFAULT = new PreviewSettings(1440, 250, 80, 80, 400_000_000L);
}
