package app.heirloom.inference.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The first and last pixel of each row of an area. */
final class RowEnds {
    private final Map<Integer, int[]> rows = new HashMap<>();

    void add(int x, int y) {
        int[] ends = rows.computeIfAbsent(y, row -> new int[] {x, x});
        ends[0] = Math.min(ends[0], x);
        ends[1] = Math.max(ends[1], x);
    }

    /** The corners of those pixels. */
    List<Spot> spots() {
        var spots = new ArrayList<Spot>();
        rows.forEach((y, ends) -> {
            for (int below = 0; below <= 1; below++) {
                spots.add(new Spot(ends[0], y + below));
                spots.add(new Spot(ends[1] + 1, y + below));
            }
        });
        return spots;
    }
}
