package app.heirloom.inference.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The smallest polygon without dents around some spots (Andrew's monotone chain, 1979). */
final class ConvexHull {
    private ConvexHull() {}

    /** Its corners, clockwise as seen in a picture; fewer than three when all lie on one line. */
    static List<Spot> of(List<Spot> spots) {
        List<Spot> sorted = spots.stream()
                .distinct()
                .sorted(Comparator.comparingDouble(Spot::x).thenComparingDouble(Spot::y))
                .toList();
        if (sorted.size() < 3) {
            return sorted;
        }
        List<Spot> hull = chain(sorted);
        hull.addAll(chain(sorted.reversed()));
        return hull;
    }

    /** From the first to before the last, always turning the same way. */
    private static List<Spot> chain(List<Spot> sorted) {
        var chain = new ArrayList<Spot>();
        for (Spot spot : sorted) {
            while (chain.size() >= 2 && !turns(chain.get(chain.size() - 2), chain.getLast(), spot)) {
                chain.removeLast();
            }
            chain.add(spot);
        }
        chain.removeLast();
        return chain;
    }

    private static boolean turns(Spot from, Spot over, Spot to) {
        return over.minus(from).cross(to.minus(over)) > 0;
    }
}
