package app.heirloom.library.preview;

import app.heirloom.library.error.ErrorCode;

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
    private static final int MIN_SIZE = 50;
    private static final int MAX_SIZE = 10_000;

    public PreviewSettings {
        requireSize("preview", previewSize);
        requireSize("thumbnail", thumbnailSize);
    }

    /** Immich's defaults, and a limit that admits every camera and most stitched panoramas. */
    public static final PreviewSettings DEFAULT = new PreviewSettings(1440, 250, 80, 80, 400_000_000L);

    /** The same with other sizes; fails as INVALID when one is out of all reason. */
    public PreviewSettings withSizes(int newPreviewSize, int newThumbnailSize) {
        return new PreviewSettings(newPreviewSize, newThumbnailSize, previewQuality, thumbnailQuality, maxPixels);
    }

    private static void requireSize(String derivative, int pixels) {
        if (pixels < MIN_SIZE || pixels > MAX_SIZE) {
            throw ErrorCode.INVALID.exception("The " + derivative + " size must be between " + MIN_SIZE + " and "
                    + MAX_SIZE + " pixels, not " + pixels);
        }
    }
}
