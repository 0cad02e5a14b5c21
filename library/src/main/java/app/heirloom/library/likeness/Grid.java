package app.heirloom.library.likeness;

/** Makes small squares of grey pictures. */
final class Grid {
    private Grid() {}

    /** A region as a square of so many cells a side, each the mean of what it covers, row by row. */
    static float[] of(float[] values, int width, int height, Region region, int side) {
        float[] turned = shrinkAndTurn(values, width, region.left() * width, region.width() * width, side);
        return shrinkAndTurn(turned, height, region.top() * height, region.height() * height, side);
    }

    /** Each row becomes a column of {@code side} cells. */
    private static float[] shrinkAndTurn(float[] values, int width, double start, double extent, int side) {
        int rows = values.length / width;
        double step = extent / side;
        float[] turned = new float[side * rows];
        for (int cell = 0; cell < side; cell++) {
            double from = start + cell * step;
            double to = Math.min(width, from + step);
            for (int y = 0; y < rows; y++) {
                turned[cell * rows + y] = mean(values, y * width, from, to);
            }
        }
        return turned;
    }

    private static float mean(float[] values, int offset, double from, double to) {
        double sum = 0;
        for (int x = (int) from; x < to; x++) {
            sum += values[offset + x] * (Math.min(x + 1.0, to) - Math.max(x, from));
        }
        return (float) (sum / (to - from));
    }
}
