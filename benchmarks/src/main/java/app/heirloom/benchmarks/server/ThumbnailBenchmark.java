package app.heirloom.benchmarks.server;

import app.heirloom.benchmarks.measure.Benchmark;
import app.heirloom.benchmarks.measure.Measurement;
import app.heirloom.benchmarks.measure.ServerUnderTest;
import app.heirloom.benchmarks.measure.TemporaryFolder;
import app.heirloom.benchmarks.photo.GeneratedPhotos;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** (f) Thumbnails served a second to 8 connections. */
public final class ThumbnailBenchmark implements Benchmark {
    private static final double IMMICH_PER_SECOND = 680;
    private static final int PHOTOS = 200;
    private static final int WARM_UP = 2_000;
    private static final int REQUESTS = 20_000;
    private static final Pattern ASSET_ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    @Override
    public String name() {
        return "thumbnails";
    }

    @Override
    public List<Measurement> run() throws Exception {
        try (TemporaryFolder data = TemporaryFolder.create("thumbnails");
                TemporaryFolder photos = TemporaryFolder.create("photos");
                ServerUnderTest server = ServerUnderTest.start(data.path()).signUp()) {
            new GeneratedPhotos(PHOTOS, 50_000, 4).writeTo(photos.path());
            new UploadClient(server, 8).send(photos.path());
            server.awaitJobs();
            String found = server.sendJson("POST", "search/metadata", "{\"size\": 1000}");
            List<String> ids = ASSET_ID.matcher(found)
                    .results()
                    .map(match -> match.group(1))
                    .distinct()
                    .toList();
            fetch(server, ids, WARM_UP);
            double cpu = server.use().cpuMillis();
            long begin = System.nanoTime();
            fetch(server, ids, REQUESTS);
            double perSecond = REQUESTS / ((System.nanoTime() - begin) / 1e9);
            return List.of(
                    Measurement.large("thumbnails to 8 connections, 1/s", perSecond, IMMICH_PER_SECOND, "Immich"),
                    Measurement.alone(
                            "thumbnail, server CPU each, ms", (server.use().cpuMillis() - cpu) / REQUESTS));
        }
    }

    private static void fetch(ServerUnderTest server, List<String> ids, int count) throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(8)) {
            List<Callable<byte[]>> requests = IntStream.range(0, count)
                    .<Callable<byte[]>>mapToObj(index ->
                            () -> server.get("assets/" + ids.get(index % ids.size()) + "/thumbnail?size=thumbnail"))
                    .toList();
            for (Future<byte[]> fetched : executor.invokeAll(requests)) {
                fetched.get();
            }
        }
    }
}
