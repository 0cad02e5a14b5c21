package app.heirloom.benchmarks.people;

import app.heirloom.benchmarks.face.FaceMixture;
import app.heirloom.benchmarks.face.FaceMixture.Kind;
import app.heirloom.benchmarks.measure.Benchmark;
import app.heirloom.benchmarks.measure.Measurement;
import app.heirloom.vectors.ClusterScores;
import app.heirloom.vectors.face.LabeledFaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How well people are gathered who are hard to tell apart, beside the better of two simpler ways. */
public final class ClusterBenchmark implements Benchmark {
    private static final double LIKENESS = 0.47;
    private static final List<Integer> SIZES = List.of(128, 512);
    private static final List<Long> SEEDS = List.of(101L, 102L);

    @Override
    public String name() {
        return "clusters";
    }

    @Override
    public List<Measurement> run() {
        var measured = new ArrayList<Measurement>();
        for (Kind kind : Kind.values()) {
            for (int size : SIZES) {
                for (long seed : SEEDS) {
                    LabeledFaces faces = FaceMixture.of(kind, size, seed);
                    measured.addAll(measure("%s, %d faces x %d".formatted(name(kind), faces.size(), size), faces));
                }
            }
        }
        return measured;
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static List<Measurement> measure(String what, LabeledFaces faces) {
        ClusterScores ours = faces.gathered(LIKENESS);
        ClusterScores connected = faces.connected(0.65);
        ClusterScores incremental = faces.asTheyCome(0.5, 3);
        return List.of(
                beside(
                        "%s: pairs P %.1f, R %.1f, F1 %%"
                                .formatted(
                                        what,
                                        100 * ours.pairs().precision(),
                                        100 * ours.pairs().recall()),
                        ours.pairs().f1(),
                        connected.pairs().f1(),
                        incremental.pairs().f1()),
                beside(
                        "- BCubed F1 %",
                        ours.items().f1(),
                        connected.items().f1(),
                        incremental.items().f1()));
    }

    private static Measurement beside(String what, double ours, double connected, double incremental) {
        String whose = "%s (the other %.1f)"
                .formatted(
                        connected > incremental ? "connected at 0.65" : "incremental DBSCAN",
                        100 * Math.min(connected, incremental));
        return Measurement.large(what, 100 * ours, 100 * Math.max(connected, incremental), whose);
    }
}
