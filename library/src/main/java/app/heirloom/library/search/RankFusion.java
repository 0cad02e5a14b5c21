package app.heirloom.library.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one ranking of several by the ranks alone, since their scores do not compare: reciprocal rank fusion, from
 * Cormack, Clarke and Buettcher, Reciprocal Rank Fusion outperforms Condorcet and individual Rank Learning Methods
 * (SIGIR 2009), with their constant.
 */
final class RankFusion {
    private static final double DAMPING = 60;

    private RankFusion() {}

    /** All that is in any of them, each once; what is equal stands as in the first. */
    static <T> List<T> of(List<List<T>> rankings) {
        Map<T, Double> scores = new LinkedHashMap<>();
        for (List<T> ranking : rankings) {
            for (int i = 0; i < ranking.size(); i++) {
                scores.merge(ranking.get(i), 1 / (DAMPING + i + 1), Double::sum);
            }
        }
        List<Map.Entry<T, Double>> fused = new ArrayList<>(scores.entrySet());
        fused.sort(Comparator.comparingDouble((Map.Entry<T, Double> entry) -> -entry.getValue()));
        return fused.stream().map(Map.Entry::getKey).toList();
    }
}
