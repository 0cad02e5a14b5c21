package app.heirloom.tools.identities.embedding;

import java.util.Map;

/**
 * How far a queue is.
 *
 * @param pictures that were to be looked at
 * @param seen that were looked at
 * @param faces that were found in them
 * @param failures how many could not be looked at, by reason
 * @param workers that handed something in, with how many pictures they looked at
 */
public record EmbeddingSummary(
        int pictures, int seen, long faces, Map<String, Integer> failures, Map<String, Integer> workers) {
    public EmbeddingSummary {
        failures = Map.copyOf(failures);
        workers = Map.copyOf(workers);
    }

    public int failed() {
        return failures.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int remaining() {
        return pictures - seen - failed();
    }
}
