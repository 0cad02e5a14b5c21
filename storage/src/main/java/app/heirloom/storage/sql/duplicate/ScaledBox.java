package app.heirloom.storage.sql.duplicate;

/** A box in pixels of an image of that size. */
record ScaledBox(int imageWidth, int imageHeight, int x1, int y1, int x2, int y2) {
    /** Of the area that two boxes cover together, the part that both must cover to frame the same thing. */
    private static final double SAME = 0.5;

    /** The same part of the image at another size. */
    ScaledBox scaledTo(int width, int height) {
        return new ScaledBox(
                width,
                height,
                scale(x1, imageWidth, width),
                scale(y1, imageHeight, height),
                scale(x2, imageWidth, width),
                scale(y2, imageHeight, height));
    }

    /** Whether both frame about the same part, whatever the sizes of their images. */
    boolean isSameAs(ScaledBox other) {
        ScaledBox there = other.scaledTo(imageWidth, imageHeight);
        double common =
                area(Math.max(x1, there.x1), Math.max(y1, there.y1), Math.min(x2, there.x2), Math.min(y2, there.y2));
        double covered = area(x1, y1, x2, y2) + area(there.x1, there.y1, there.x2, there.y2) - common;
        return common > SAME * covered;
    }

    private static double area(int left, int top, int right, int bottom) {
        return (double) Math.max(0, right - left) * Math.max(0, bottom - top);
    }

    private static int scale(int pixel, int from, int to) {
        return from <= 0 ? pixel : Math.toIntExact(Math.round((double) pixel * to / from));
    }
}
