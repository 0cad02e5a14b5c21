package app.heirloom.media.image;

import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.preview.PreviewSettings;

/**
 * The one filter graph that makes all derivatives of one decoded picture: preview {@code [p]}, thumbnail {@code [t]}
 * and the few pixels of the hash {@code [h]}. Scaling comes first, turning is cheap then.
 */
record RenderGraph(Source source, PreviewSettings settings, int orientation) {
    private static final String SCALER = ":flags=lanczos";
    private static final String JPEG_COLORS = ":out_color_matrix=bt601:out_range=full,format=yuvj420p";
    private static final String WEBP_COLORS = ":out_color_matrix=bt601:out_range=limited,format=yuv420p";
    /** Light of high dynamic range, brought into what a JPEG shows: 203 nits is the white of paper. */
    private static final String TONED = ",zscale=transfer=linear:npl=203,format=gbrpf32le,zscale=primaries=bt709"
            + ",tonemap=tonemap=mobius:desat=0,zscale=transfer=iec61966-2-1,format=gbrp";
    /** WebP holds no longer side; nor needs a thumbnail one. */
    private static final int LONGEST_THUMBNAIL = 8_000;

    @Override
    public String toString() {
        return isPanorama() ? panorama() : ordinary();
    }

    private String ordinary() {
        return source.picture() + "," + preview() + turning() + ",split=2[p][medium];" + "[medium]" + outside()
                + WEBP_COLORS + ",split=2[t][small];" + hash();
    }

    /** So long that the preview's shorter side would not do for the thumbnail, which is made of the whole then. */
    private String panorama() {
        return source.picture() + ",split=2[wide][whole];"
                + "[wide]" + inside(settings.previewSize()) + JPEG_COLORS + turning() + "[p];"
                + "[whole]" + outside() + WEBP_COLORS + turning() + ",split=2[t][small];" + hash();
    }

    private boolean isPanorama() {
        Dimensions dimensions = source.dimensions();
        long longer = Math.max(dimensions.width(), dimensions.height());
        long shorter = Math.min(dimensions.width(), dimensions.height());
        return !source.transparent()
                && !source.color().isHighDynamicRange()
                && longer > settings.previewSize()
                && shorter * settings.previewSize() < longer * settings.thumbnailSize();
    }

    private String preview() {
        if (source.transparent()) {
            return onWhite();
        }
        String scaled = inside(settings.previewSize());
        return source.color().isHighDynamicRange()
                ? scaled + toned(source) + ",scale=" + JPEG_COLORS.substring(1)
                : scaled + JPEG_COLORS;
    }

    /** Filters that bring the colours of the source into what others show. */
    static String toned(Source source) {
        return source.color().isHighDynamicRange() ? TONED : "";
    }

    /** Scaled with premultiplied alpha, or what hides behind transparency would shine through at its edges. */
    private String onWhite() {
        return "format=gbrap,premultiply=inplace=1," + inside(settings.previewSize())
                + ",format=rgba,split=2[over][under];"
                + "[under]drawbox=color=white:thickness=fill:replace=1[white];"
                + "[white][over]overlay=format=rgb:alpha=premultiplied,scale=" + JPEG_COLORS.substring(1);
    }

    static String inside(int side) {
        return "scale=w='min(" + side + ",iw)':h='min(" + side + ",ih)'"
                + ":force_original_aspect_ratio=decrease:reset_sar=1" + SCALER;
    }

    private String outside() {
        int side = settings.thumbnailSize();
        return "scale=w='min(" + LONGEST_THUMBNAIL + ",iw*min(1," + side + "/min(iw,ih)))':h='min(" + LONGEST_THUMBNAIL
                + ",ih*min(1," + side + "/min(iw,ih)))':reset_sar=1" + SCALER;
    }

    private static String hash() {
        return "[small]" + inside(ThumbHashEncoder.MAX_SIDE) + ",format=rgba[h]";
    }

    private String turning() {
        return turning(orientation);
    }

    /** Filters that turn a picture of this EXIF orientation upright. */
    static String turning(int orientation) {
        return switch (orientation) {
            case 2 -> ",hflip";
            case 3 -> ",hflip,vflip";
            case 4 -> ",vflip";
            case 5 -> ",transpose=cclock_flip";
            case 6 -> ",transpose=clock";
            case 7 -> ",transpose=clock_flip";
            case 8 -> ",transpose=cclock";
            default -> "";
        };
    }
}
