package app.heirloom.media.image;

import java.util.Arrays;

/** A plane as cosines: its mean, its waves scaled to 0..1, and the scale. */
final class ThumbHashChannel {
    private final double dc;
    private final double[] ac;
    private final double scale;

    private ThumbHashChannel(double dc, double[] ac, double scale) {
        this.dc = dc;
        this.ac = ac;
        this.scale = scale;
    }

    double dc() {
        return dc;
    }

    double[] ac() {
        return ac;
    }

    double scale() {
        return scale;
    }

    static ThumbHashChannel of(double[] plane, int width, int height, int nx, int ny) {
        double[][] columns = cosines(width, nx);
        double[][] rows = cosines(height, ny);
        double dc = 0;
        double scale = 0;
        double[] ac = new double[nx * ny];
        int count = 0;
        for (int cy = 0; cy < ny; cy++) {
            for (int cx = 0; cx * ny < nx * (ny - cy); cx++) {
                double wave = wave(plane, columns[cx], rows[cy]);
                if (cx == 0 && cy == 0) {
                    dc = wave;
                } else {
                    ac[count++] = wave;
                    scale = Math.max(scale, Math.abs(wave));
                }
            }
        }
        double[] factors = Arrays.copyOf(ac, count);
        for (int i = 0; i < count && scale > 0; i++) {
            factors[i] = 0.5 + 0.5 / scale * factors[i];
        }
        return new ThumbHashChannel(dc, factors, scale);
    }

    private static double wave(double[] plane, double[] column, double[] row) {
        double sum = 0;
        for (int y = 0, i = 0; y < row.length; y++) {
            for (int x = 0; x < column.length; x++, i++) {
                sum += plane[i] * column[x] * row[y];
            }
        }
        return sum / plane.length;
    }

    private static double[][] cosines(int length, int count) {
        double[][] table = new double[count][length];
        for (int c = 0; c < count; c++) {
            for (int x = 0; x < length; x++) {
                table[c][x] = Math.cos(Math.PI / length * c * (x + 0.5));
            }
        }
        return table;
    }
}
