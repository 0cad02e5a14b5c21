package app.heirloom.library.likeness;

import app.heirloom.library.embedding.Picture;

/** How light a picture is in each place, from 0 to 255. */
final class Luminance {
    /** Larger pictures are halved; what is compared is far smaller. */
    private static final int LONGEST_SIDE = 512;

    /** How much the pixels of a border may differ from each other: what JPEG does to one colour. */
    private static final float BORDER_TOLERANCE = 6;
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

    static Luminance of(Picture picture) {
        Picture small = picture;
        while (Math.max(small.width(), small.height()) > LONGEST_SIDE) {
            small = small.halved();
        }
        byte[] rgb = small.rgb();
        float[] values = new float[small.width() * small.height()];
        for (int i = 0; i < values.length; i++) {
            int at = i * Picture.CHANNELS;
            values[i] = luma(rgb[at] & 0xFF, rgb[at + 1] & 0xFF, rgb[at + 2] & 0xFF);
        }
        return new Luminance(small.width(), small.height(), values);
    }

    /** ITU-R BT.601, 2.5.1. */
    private static float luma(int red, int green, int blue) {
        return 0.299f * red + 0.587f * green + 0.114f * blue;
    }

    /** The picture without the borders of one colour that letterboxes and screenshots have. */
    Region content() {
        int top = 0;
        int bottom = height;
        int left = 0;
        int right = width;
        float upper = values[0];
        float lower = values[values.length - 1];
        while (top < height && isRow(top, upper)) {
            top++;
        }
        while (bottom > top && isRow(bottom - 1, lower)) {
            bottom--;
        }
        while (left < width && isColumn(left, top, bottom, upper)) {
            left++;
        }
        while (right > left && isColumn(right - 1, top, bottom, lower)) {
            right--;
        }
        var content = new Region(
                (double) left / width,
                (double) top / height,
                (double) (right - left) / width,
                (double) (bottom - top) / height);
        return Math.min(content.width(), content.height()) < LEAST_CONTENT ? Region.WHOLE : content;
    }

    private boolean isRow(int y, float color) {
        for (int x = 0; x < width; x++) {
            if (Math.abs(values[y * width + x] - color) > BORDER_TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    private boolean isColumn(int x, int top, int bottom, float color) {
        for (int y = top; y < bottom; y++) {
            if (Math.abs(values[y * width + x] - color) > BORDER_TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    /** The region as a square of so many cells a side, each the mean of what it covers, row by row. */
    float[] grid(Region region, int side) {
        return Grid.of(values, width, height, region, side);
    }
}
