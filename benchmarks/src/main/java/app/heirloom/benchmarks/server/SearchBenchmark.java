package app.heirloom.benchmarks.server;

import app.heirloom.benchmarks.measure.Benchmark;
import app.heirloom.benchmarks.measure.Measurement;
import app.heirloom.benchmarks.measure.Samples;
import app.heirloom.benchmarks.measure.ServerUnderTest;
import app.heirloom.benchmarks.measure.TemporaryFolder;
import app.heirloom.benchmarks.photo.GeneratedPhotos;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** (g) What clients ask of a library with a million assets, from one connection and from sixteen. */
public final class SearchBenchmark implements Benchmark {
    private static final int REQUESTS = 320;
    private static final int WARM_UP = 160;
    private static final int PHOTOS = 200;
    private static final List<Integer> CONNECTIONS = List.of(1, 16);
    private static final Pattern ASSET_ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    /**
     * What is asked for.
     *
     * @param immichCpu milliseconds of processor time that an Immich server and its database take for it; 0 when that is
     *     not known
     */
    private record Question(String what, double immichCpu, Callable<?> work) {}

    @Override
    public String name() {
        return "search";
    }

    @Override
    public List<Measurement> run() throws Exception {
        try (LargeFolder data = LargeFolder.open();
                TemporaryFolder photos = TemporaryFolder.create("photos");
                ServerUnderTest server = ServerUnderTest.start(data.path()).logIn()) {
            new GeneratedPhotos(PHOTOS, 50_000, 5).writeTo(photos.path());
            new UploadClient(server, 8).send(photos.path());
            server.awaitJobs();
            List<Measurement> measured = new ArrayList<>();
            for (Question question : questions(server)) {
                for (int connections : CONNECTIONS) {
                    measured.addAll(measure(server, question, connections));
                }
            }
            measured.add(Measurement.alone("memory after that, MB", server.use().residentMegabytes()));
            return measured;
        }
    }

    private static List<Question> questions(ServerUnderTest server) throws Exception {
        List<String> ids = ids(server, "{\"size\": 1000}");
        List<String> photos = ids(server, "{\"size\": 200, \"createdAfter\": \"2025-06-01T00:00:00.000Z\"}");
        var turn = new AtomicInteger();
        return List.of(
                search(server, "1,000 assets", 28, "{\"size\": 1000}"),
                search(server, "1,000 assets with exif", 52, "{\"size\": 1000, \"withExif\": true}"),
                search(server, "page 500 of 1,000 assets", 0, "{\"size\": 1000, \"page\": 500}"),
                new Question(
                        "file name",
                        9,
                        () -> post(
                                server,
                                "search/metadata",
                                "{\"originalFileName\": \"IMG_%d.JPG\"}"
                                        .formatted(1000 + turn.incrementAndGet() % 9000))),
                new Question(
                        "part of a file name",
                        9,
                        () -> post(
                                server,
                                "search/metadata",
                                "{\"originalFileName\": \"g_%d\"}".formatted(1000 + turn.incrementAndGet() % 9000))),
                new Question("250 random assets", 0, () -> post(server, "search/random", "{}")),
                new Question("search/statistics", 262, () -> post(server, "search/statistics", "{}")),
                new Question(
                        "search/statistics of favorites",
                        0,
                        () -> post(server, "search/statistics", "{\"isFavorite\": true}")),
                new Question("1,000 albums of 1,000 assets", 0, () -> server.get("albums")),
                new Question("assets/statistics", 343, () -> server.get("assets/statistics")),
                new Question(
                        "asset info", 5, () -> server.get("assets/" + ids.get(turn.incrementAndGet() % ids.size()))),
                new Question(
                        "thumbnail",
                        3.8,
                        () -> server.get(
                                "assets/" + photos.get(turn.incrementAndGet() % photos.size()) + "/thumbnail")));
    }

    private static Question search(ServerUnderTest server, String what, double immichCpu, String body) {
        return new Question(what, immichCpu, () -> post(server, "search/metadata", body));
    }

    private static String post(ServerUnderTest server, String path, String body) throws Exception {
        return server.sendJson("POST", path, body);
    }

    private static List<String> ids(ServerUnderTest server, String body) throws Exception {
        return ASSET_ID.matcher(post(server, "search/metadata", body))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static List<Measurement> measure(ServerUnderTest server, Question question, int connections)
            throws Exception {
        samples(question, connections, WARM_UP);
        double cpu = server.use().cpuMillis();
        Samples samples = samples(question, connections, REQUESTS);
        double cpuEach = (server.use().cpuMillis() - cpu) / REQUESTS;
        String what = question.what() + ", %d connection%s".formatted(connections, connections == 1 ? "" : "s");
        return List.of(
                question.immichCpu() == 0
                        ? Measurement.alone(what + ", server CPU, ms", cpuEach)
                        : Measurement.small(what + ", server CPU, ms", cpuEach, question.immichCpu(), "Immich"),
                Measurement.alone("- p50, ms", samples.percentile(50)));
    }

    private static Samples samples(Question question, int connections, int count) throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(connections)) {
            Callable<Samples> share = () -> Samples.of(count / connections, question.work());
            List<Samples> all = new ArrayList<>();
            for (Future<Samples> done : executor.invokeAll(
                    Stream.generate(() -> share).limit(connections).toList())) {
                all.add(Objects.requireNonNull(done.get()));
            }
            return Samples.joined(all);
        }
    }
}
