package app.heirloom.benchmarks.server;

import app.heirloom.benchmarks.measure.Benchmark;
import app.heirloom.benchmarks.measure.Measurement;
import app.heirloom.benchmarks.measure.ServerUnderTest;
import app.heirloom.benchmarks.measure.TemporaryFolder;
import app.heirloom.benchmarks.photo.GeneratedPhotos;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** (c) Uploads a second from 8 connections, with and without the pipeline working at the same time. */
public final class UploadBenchmark implements Benchmark {
    private static final int CONNECTIONS = 8;
    private static final List<String> QUEUES = List.of("metadataExtraction", "thumbnailGeneration", "videoConversion");

    /** What Immich takes in a second, with its queues running, paused, and from upload to the last job. */
    private record Case(String name, GeneratedPhotos photos, double immich, double immichPaused, double immichReady) {}

    private static final List<Case> CASES = List.of(
            new Case("50 KB", new GeneratedPhotos(2000, 50_000, 3), 45, 45, 0),
            new Case("2.5 MB", new GeneratedPhotos(200, 2_500_000, 3), 9.7, 23, 3.2));

    @Override
    public String name() {
        return "upload";
    }

    @Override
    public List<Measurement> run() throws Exception {
        List<Measurement> measured = new ArrayList<>();
        for (Case one : CASES) {
            try (TemporaryFolder photos = TemporaryFolder.create("photos")) {
                one.photos().writeTo(photos.path());
                measured.addAll(measure(one, photos.path()));
            }
        }
        return measured;
    }

    private static List<Measurement> measure(Case one, Path photos) throws Exception {
        int count = one.photos().count();
        String what = "%d x %s from %d connections, ".formatted(count, one.name(), CONNECTIONS);
        List<Measurement> measured = new ArrayList<>();
        try (TemporaryFolder data = TemporaryFolder.create("upload");
                ServerUnderTest server = ServerUnderTest.start(data.path()).signUp()) {
            for (String queue : QUEUES) {
                server.sendJson("PUT", "jobs/" + queue, "{\"command\": \"pause\", \"force\": false}");
            }
            double cpu = server.use().cpuMillis();
            double perSecond = count / seconds(() -> new UploadClient(server, CONNECTIONS).send(photos));
            measured.add(Measurement.large(what + "queues paused, 1/s", perSecond, one.immichPaused(), "Immich"));
            measured.add(Measurement.alone(
                    what + "server CPU each, ms", (server.use().cpuMillis() - cpu) / count));
            double ceiling = new DiskCeiling(CONNECTIONS).measure(photos);
            measured.add(Measurement.large(what + "queues paused, 1/s", perSecond, ceiling, "write + fsync"));
        }
        try (TemporaryFolder data = TemporaryFolder.create("upload");
                ServerUnderTest server = ServerUnderTest.start(data.path()).signUp()) {
            long begin = System.nanoTime();
            double perSecond = count / seconds(() -> new UploadClient(server, CONNECTIONS).send(photos));
            server.awaitJobs();
            double readyPerSecond = count / ((System.nanoTime() - begin) / 1e9);
            measured.add(Measurement.large(what + "queues running, 1/s", perSecond, one.immich(), "Immich"));
            measured.add(
                    one.immichReady() == 0
                            ? Measurement.alone(what + "upload to last job, 1/s", readyPerSecond)
                            : Measurement.large(
                                    what + "upload to last job, 1/s", readyPerSecond, one.immichReady(), "Immich"));
        }
        return measured;
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }
}
