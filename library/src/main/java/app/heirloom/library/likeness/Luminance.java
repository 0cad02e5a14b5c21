package app.heirloom.library.likeness;

import app.heirloom.library.embedding.Picture;

/** How light a picture is in each place, from 0 to 255. */
final class Luminance {
    /** Larger pictures are halved; what is compared is far smaller. */
    private static final int LONGEST_SIDE = 512;

    /** The least of each side that is never taken for a border. */
    private static final double LEAST_CONTENT = 0.25;

    private final int width;
    private final int height;
    private final float[] values;

    private Luminance(int width, int height, float[] values) {
        this.width = width;
        this.height = height;
        this.values = values;
    }

    /** In full, for {@link #content()}. */
    static Luminance of(Picture picture) {
        byte[] rgb = picture.rgb();
        float[] values = new float[picture.width() * picture.height()];
        for (int i = 0; i < values.length; i++) {
            int at = i * Picture.CHANNELS;
            values[i] = luma(rgb[at] & 0xFF, rgb[at + 1] & 0xFF, rgb[at + 2] & 0xFF);
        }
        return new Luminance(picture.width(), picture.height(), values);
    }

    /** Large enough for {@link #grid}. */
    static Luminance reduced(Picture picture) {
        Picture small = picture;
        while (Math.max(small.width(), small.height()) > LONGEST_SIDE) {
            small = small.halved();
        }
        return of(small);
    }

    /** ITU-R BT.601, 2.5.1. */
    private static float luma(int red, int green, int blue) {
        return 0.299f * red + 0.587f * green + 0.114f * blue;
    }

    /** The picture without its borders. */
    Region content() {
        int top = Borders.count((line, x) -> values[line * width + x], height, width);
        int bottom = Borders.count((line, x) -> values[(height - 1 - line) * width + x], height, width);
        int left = Borders.count((line, y) -> values[y * width + line], width, height);
        int right = Borders.count((line, y) -> values[y * width + width - 1 - line], width, height);
        var content = new Region(
                (double) left / width,
                (double) top / height,
                (double) (width - right - left) / width,
                (double) (height - bottom - top) / height);
        return Math.min(content.width(), content.height()) < LEAST_CONTENT ? Region.WHOLE : content;
    }

    /** The region as a square of so many cells a side, each the mean of what it covers, row by row. */
    float[] grid(Region region, int side) {
        return Grid.of(values, width, height, region, side);
    }
}
