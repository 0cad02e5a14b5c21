package app.heirloom.benchmarks.people;

import app.heirloom.benchmarks.face.FaceMixture;
import app.heirloom.benchmarks.measure.Benchmark;
import app.heirloom.benchmarks.measure.Measurement;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.face.FaceQuality;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.recognition.gathering.FaceSample;
import app.heirloom.library.recognition.gathering.GatheringSettings;
import app.heirloom.library.recognition.gathering.Ties;
import app.heirloom.vectors.face.NeighborFaceGraph;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What gathering people costs as there are more of them: comparing all with all, linking, and one more face. */
public final class PeopleBenchmark implements Benchmark {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final double LIKENESS = 0.47;
    private static final FaceQuality GOOD = new FaceQuality(200, 1, 1, 1);
    private static final GatheringSettings SETTINGS = new GatheringSettings(LIKENESS, 3);

    @Override
    public String name() {
        return "people";
    }

    @Override
    public List<Measurement> run() {
        measure(20_000, 128);
        var measured = new ArrayList<Measurement>();
        measured.addAll(measure(20_000, 512));
        measured.addAll(measure(20_000, 128));
        measured.addAll(measure(200_000, 128));
        return measured;
    }

    private static List<Measurement> measure(int faces, int size) {
        List<FaceSample> samples = FaceMixture.crowd(faces + 1, size, 1).stream()
                .map(PeopleBenchmark::sample)
                .toList();
        String what = "%,d faces x %d: ".formatted(faces, size);
        double before = megabytes();
        try (var graph = new NeighborFaceGraph(LIKENESS)) {
            double compared = seconds(() -> graph.put(samples.subList(0, faces)));
            double operations = (double) faces * faces * size;
            double gathered = seconds(() -> graph.gather(Ties.NONE, SETTINGS));
            double another = seconds(() -> graph.put(List.of(samples.getLast())));
            double megabytes = megabytes() - before;
            double around =
                    seconds(() -> graph.gatherAround(List.of(samples.getLast().id()), Ties.NONE, SETTINGS));
            return List.of(
                    Measurement.alone(what + "all pairs compared and linked, CPU, s", compared),
                    Measurement.alone("- GFLOP/s of a core", operations / compared / 1e9),
                    Measurement.alone("- gathered, CPU, s", gathered),
                    Measurement.alone("- one more face, CPU, ms", another * 1000),
                    Measurement.alone("- gathered around it, CPU, ms", around * 1000),
                    Measurement.alone("- memory of the graph, MB", megabytes));
        }
    }

    /** Of processor time, on all cores together, as the wall clock depends on who else is there. */
    private static double seconds(Runnable work) {
        long begin = SYSTEM.getProcessCpuTime();
        work.run();
        return (SYSTEM.getProcessCpuTime() - begin) / 1e9;
    }

    /** What is in use once all else is gone. */
    private static double megabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }

    private static FaceSample sample(Embedding embedding) {
        return new FaceSample(FaceId.random(), new AssetId(UUID.randomUUID()), embedding, GOOD, Instant.EPOCH);
    }
}
