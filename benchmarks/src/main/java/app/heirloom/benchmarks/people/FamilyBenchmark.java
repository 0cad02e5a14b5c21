package app.heirloom.benchmarks.people;

import app.heirloom.benchmarks.face.FamilyAlbum;
import app.heirloom.benchmarks.face.FamilyAlbum.Traits;
import app.heirloom.benchmarks.measure.Benchmark;
import app.heirloom.benchmarks.measure.Measurement;
import app.heirloom.vectors.ClusterScores;
import java.util.ArrayList;
import java.util.List;

/** How well named families are gathered whose birth dates are known, beside the same without these dates. */
public final class FamilyBenchmark implements Benchmark {
    private static final double LIKENESS = 0.47;
    private static final int FAMILIES = 6;
    private static final List<Integer> SIZES = List.of(128, 512);
    private static final List<Long> SEEDS = List.of(101L, 102L);

    private record Kind(String name, Traits traits) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("children", new Traits(0.85, 0.5, 3, 0.01)),
            new Kind("babies alike", new Traits(0.9, 0.5, 3, 0.01)),
            new Kind("siblings alike", new Traits(0.85, 0.6, 4, 0.01)),
            new Kind("slow to grow", new Traits(0.8, 0.5, 5, 0.01)),
            new Kind("quick to grow", new Traits(0.7, 0.3, 2, 0.01)),
            new Kind("one date in twenty wrong", new Traits(0.85, 0.5, 3, 0.05)),
            new Kind("born grown", new Traits(0.85, 0.5, 0.1, 0)));

    @Override
    public String name() {
        return "families";
    }

    @Override
    public List<Measurement> run() {
        var measured = new ArrayList<Measurement>();
        for (Kind kind : KINDS) {
            for (int size : SIZES) {
                for (long seed : SEEDS) {
                    FamilyAlbum album = FamilyAlbum.of(FAMILIES, size, seed, kind.traits());
                    measured.add(measure("%s, %d faces x %d".formatted(kind.name(), album.size(), size), album));
                }
            }
        }
        return measured;
    }

    private static Measurement measure(String what, FamilyAlbum album) {
        ClusterScores with = album.gathered(LIKENESS, /* withBirths= */ true);
        ClusterScores without = album.gathered(LIKENESS, /* withBirths= */ false);
        return Measurement.large(
                "%s: pairs P %.1f, R %.1f, F1 %%"
                        .formatted(
                                what,
                                100 * with.pairs().precision(),
                                100 * with.pairs().recall()),
                100 * with.pairs().f1(),
                100 * without.pairs().f1(),
                "without birth dates (P %.1f, R %.1f)"
                        .formatted(
                                100 * without.pairs().precision(),
                                100 * without.pairs().recall()));
    }
}
