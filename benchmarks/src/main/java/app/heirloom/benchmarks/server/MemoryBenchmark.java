package app.heirloom.benchmarks.server;

import app.heirloom.benchmarks.measure.Benchmark;
import app.heirloom.benchmarks.measure.Measurement;
import app.heirloom.benchmarks.measure.ServerUnderTest;
import app.heirloom.benchmarks.measure.TemporaryFolder;
import app.heirloom.benchmarks.photo.GeneratedPhotos;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** (b) The memory that the server keeps while nobody asks anything of it. */
public final class MemoryBenchmark implements Benchmark {
    private static final double IMMICH_MEGABYTES = 1000;
    private static final int PHOTOS = 200;
    private static final int SETTLING_IN_SECONDS = 30;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public List<Measurement> run() throws Exception {
        try (TemporaryFolder data = TemporaryFolder.create("memory");
                TemporaryFolder photos = TemporaryFolder.create("photos");
                ServerUnderTest server = ServerUnderTest.start(data.path()).signUp()) {
            new GeneratedPhotos(PHOTOS, 500_000, 2).writeTo(photos.path());
            TimeUnit.SECONDS.sleep(3);
            double started = server.use().residentMegabytes();
            new UploadClient(server, 8).send(photos.path());
            server.awaitJobs();
            TimeUnit.SECONDS.sleep(SETTLING_IN_SECONDS);
            double settled = server.use().residentMegabytes();
            return List.of(
                    Measurement.small("memory after the start, MB", started, IMMICH_MEGABYTES, "Immich"),
                    Measurement.small(
                            "memory after %d uploads and %d s, MB".formatted(PHOTOS, SETTLING_IN_SECONDS),
                            settled,
                            IMMICH_MEGABYTES,
                            "Immich"));
        }
    }
}
