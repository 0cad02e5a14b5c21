package app.heirloom.benchmarks.server;

import app.heirloom.benchmarks.measure.Benchmark;
import app.heirloom.benchmarks.measure.Measurement;
import app.heirloom.benchmarks.measure.Samples;
import app.heirloom.benchmarks.measure.ServerUnderTest;
import java.util.ArrayList;
import java.util.List;

/** (e) The timeline of a user with a million assets: its list of months, and its largest month. */
public final class TimelineBenchmark implements Benchmark {
    private static final int REQUESTS = 200;
    private static final int WARM_UP = 50;
    private static final String VIEW = "visibility=timeline&withStacked=true&withPartners=true";
    private static final double IMMICH_BUCKETS_CPU = 492;
    private static final double IMMICH_BUCKET_CPU = 95;

    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public List<Measurement> run() throws Exception {
        try (LargeFolder data = LargeFolder.open();
                ServerUnderTest server = ServerUnderTest.start(data.path()).logIn()) {
            List<Measurement> measured = new ArrayList<>();
            measured.add(Measurement.alone(
                    "start with %,d assets, s".formatted(LargeLibrary.SIZE),
                    server.timeToFirstAnswer().toMillis() / 1000.0));
            measured.addAll(measure(server, "months", "timeline/buckets?" + VIEW, IMMICH_BUCKETS_CPU));
            String bucket = "timeline/bucket?timeBucket=%s-01&".formatted(LargeLibrary.NEWEST_MONTH) + VIEW;
            String what = "month of %,d".formatted(LargeLibrary.LARGEST_MONTH);
            measured.addAll(measure(server, what, bucket, IMMICH_BUCKET_CPU));
            measured.add(Measurement.alone("memory after that, MB", server.use().residentMegabytes()));
            return measured;
        }
    }

    private static List<Measurement> measure(ServerUnderTest server, String what, String path, double immichCpu)
            throws Exception {
        Samples.of(WARM_UP, () -> server.get(path));
        double cpu = server.use().cpuMillis();
        Samples samples = Samples.of(REQUESTS, () -> server.get(path));
        double cpuEach = (server.use().cpuMillis() - cpu) / REQUESTS;
        return List.of(
                Measurement.alone(what + ", p50, ms", samples.percentile(50)),
                Measurement.alone(what + ", p95, ms", samples.percentile(95)),
                Measurement.small(what + ", server CPU, ms", cpuEach, immichCpu, "Immich"));
    }
}
