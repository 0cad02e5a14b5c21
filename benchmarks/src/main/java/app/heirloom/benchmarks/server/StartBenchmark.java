package app.heirloom.benchmarks.server;

import app.heirloom.benchmarks.measure.Benchmark;
import app.heirloom.benchmarks.measure.Measurement;
import app.heirloom.benchmarks.measure.ServerUnderTest;
import app.heirloom.benchmarks.measure.TemporaryFolder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** (a) From the start of the launcher to the first answer, with the class cache that the first start made. */
public final class StartBenchmark implements Benchmark {
    private static final int STARTS = 9;
    private static final double IMMICH_SECONDS = 9.5;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Measurement> run() throws Exception {
        try (TemporaryFolder data = TemporaryFolder.create("start")) {
            start(data);
            List<Double> seconds = new ArrayList<>();
            for (int i = 0; i < STARTS; i++) {
                seconds.add(start(data));
            }
            Collections.sort(seconds);
            String what = "start to first answer, median of %d, s".formatted(STARTS);
            return List.of(Measurement.small(what, seconds.get(STARTS / 2), IMMICH_SECONDS, "Immich"));
        }
    }

    private static double start(TemporaryFolder data) throws Exception {
        try (ServerUnderTest server = ServerUnderTest.start(data.path())) {
            return server.timeToFirstAnswer().toNanos() / 1e9;
        }
    }
}
