package app.heirloom.benchmarks.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

/** Durations of the same thing done again and again, in milliseconds, the shortest first. */
public record Samples(List<Double> sorted) {

    public static Samples of(int count, Callable<?> work) throws Exception {
        List<Double> millis = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long begin = System.nanoTime();
            work.call();
            millis.add((System.nanoTime() - begin) / 1e6);
        }
        Collections.sort(millis);
        return new Samples(millis);
    }

    public static Samples joined(List<Samples> parts) {
        return new Samples(
                parts.stream().flatMap(part -> part.sorted.stream()).sorted().toList());
    }

    public double percentile(int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
