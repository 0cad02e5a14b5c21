package app.heirloom.inference.text;

import java.util.ArrayList;
import java.util.List;

/**
 * How likely each pixel belongs to the middle of a line of text.
 *
 * @param values row by row, from 0 to 1
 */
@SuppressWarnings("ArrayRecordComponent") // a million numbers, which nobody compares
record ProbabilityMap(int width, int height, float[] values) {
    /**
     * The areas of connected pixels above the threshold, in the order of their first pixels; pixels that touch at a
     * corner are connected. Of each area come the corners of the pixels at the ends of its rows, which is enough for its
     * hull.
     */
    List<List<Spot>> areas(double threshold) {
        boolean[] seen = new boolean[values.length];
        int[] stack = new int[values.length];
        var areas = new ArrayList<List<Spot>>();
        for (int first = 0; first < values.length; first++) {
            if (!seen[first] && values[first] > threshold) {
                areas.add(area(first, threshold, seen, stack));
            }
        }
        return areas;
    }

    private List<Spot> area(int first, double threshold, boolean[] seen, int[] stack) {
        var ends = new RowEnds();
        int depth = 0;
        stack[depth++] = first;
        seen[first] = true;
        while (depth > 0) {
            int pixel = stack[--depth];
            int x = pixel % width;
            int y = pixel / width;
            ends.add(x, y);
            for (int nextY = Math.max(0, y - 1); nextY <= Math.min(height - 1, y + 1); nextY++) {
                for (int nextX = Math.max(0, x - 1); nextX <= Math.min(width - 1, x + 1); nextX++) {
                    int next = nextY * width + nextX;
                    if (!seen[next] && values[next] > threshold) {
                        seen[next] = true;
                        stack[depth++] = next;
                    }
                }
            }
        }
        return ends.spots();
    }

    /** The mean of the pixels whose middles lie in the box; 0 when there is none. */
    double mean(RotatedBox box) {
        int left = limited(box.corners().stream().mapToDouble(Spot::x).min().orElse(0), width);
        int right = limited(box.corners().stream().mapToDouble(Spot::x).max().orElse(0), width);
        int top = limited(box.corners().stream().mapToDouble(Spot::y).min().orElse(0), height);
        int bottom = limited(box.corners().stream().mapToDouble(Spot::y).max().orElse(0), height);
        double sum = 0;
        int count = 0;
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                if (box.contains(x + 0.5, y + 0.5)) {
                    sum += values[y * width + x];
                    count++;
                }
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private static int limited(double at, int side) {
        return Math.clamp((long) at, 0, side - 1);
    }
}
