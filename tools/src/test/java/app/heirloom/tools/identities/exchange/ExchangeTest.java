package app.heirloom.tools.identities.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.identity.picture.FaceCache;
import app.heirloom.library.identity.picture.SeenPicture;
import app.heirloom.testkit.identity.FakeFaceCache;
import app.heirloom.tools.Progress;
import app.heirloom.tools.identities.embedding.EmbeddingQueue;
import app.heirloom.tools.identities.embedding.EmbeddingSummary;
import app.heirloom.tools.identities.embedding.EmbeddingWorker;
import app.heirloom.tools.identities.embedding.PictureTask;
import app.heirloom.tools.identities.embedding.StagedStore;
import app.heirloom.tools.identities.exchange.RemoteQueue.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangeTest {
    private static final String TOKEN = "secret";
    private static final Patience IMPATIENT = new Patience(2, Duration.ofMillis(1));
    private static final Duration RENEWAL = Duration.ofMillis(50);

    @TempDir
    private Path folder;

    private final FaceCache cache = new FakeFaceCache(StagedStore.MODEL);
    private final List<RuntimeException> failures = new CopyOnWriteArrayList<>();
    private StagedStore store;

    @BeforeEach
    void open() {
        store = StagedStore.create(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private EmbeddingQueue queue(Duration lease, FaceCache target) {
        return new EmbeddingQueue(
                store.pictures(),
                target,
                new EmbeddingQueue.Settings(lease, InstantSource.system()),
                Progress.NONE,
                complaint -> {});
    }

    private QueueServer serve(EmbeddingQueue queue) {
        return QueueServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), TOKEN, queue, failures::add);
    }

    private static URI uri(QueueServer server) {
        return URI.create("http://127.0.0.1:" + server.address().getPort());
    }

    private static RemoteQueue connect(QueueServer server, Optional<PathMapping> disk) {
        return RemoteQueue.connect(uri(server), TOKEN, disk, IMPATIENT);
    }

    @Test
    void twoWorkersOverHttpAndOneBySharedFolderShareAQueue() throws Exception {
        IntStream.range(0, 150).forEach(i -> store.stage("picture " + i));
        var disk = new PathMapping(folder.toAbsolutePath().normalize().toString(), folder);
        try (EmbeddingQueue queue = queue(Duration.ofMinutes(1), cache);
                QueueServer server = serve(queue);
                ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<?>> workers = new ArrayList<>();
            for (Optional<PathMapping> view :
                    List.of(Optional.<PathMapping>empty(), Optional.<PathMapping>empty(), Optional.of(disk))) {
                RemoteQueue remote = connect(server, view);
                String name = "worker " + workers.size();
                workers.add(threads.submit(() -> {
                    new EmbeddingWorker(remote, StagedStore.sight(), name, RENEWAL).run(2);
                    return name;
                }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
            server.sayGoodbye(Duration.ofMinutes(1));
            EmbeddingSummary summary = queue.summary();
            assertThat(summary.seen()).isEqualTo(150);
            assertThat(summary.workers().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(150);
        }
        assertThat(failures).isEmpty();
        FaceCache alone = new FakeFaceCache(StagedStore.MODEL);
        try (EmbeddingQueue queue = queue(Duration.ofMinutes(1), alone)) {
            new EmbeddingWorker(queue, StagedStore.sight(), "alone", RENEWAL).run(1);
        }
        assertThat(embeddings(cache)).hasSize(150).isEqualTo(embeddings(alone));
    }

    /** To five digits, since an embedding that travels is scaled to length 1 once more. */
    private static Map<String, String> embeddings(FaceCache cache) {
        Map<String, String> embeddings = new TreeMap<>();
        cache.forEach(picture -> embeddings.put(picture.sha256(), text(picture)));
        return embeddings;
    }

    private static String text(SeenPicture picture) {
        return picture.faces().stream()
                .map(face -> face.face()
                        + String.format("%.5f %.5f", boxed(face.embedding().values())))
                .toList()
                .toString();
    }

    private static Object[] boxed(float[] values) {
        return IntStream.range(0, values.length).mapToObj(i -> values[i]).toArray();
    }

    @Test
    void whatAWorkerHadThatWentAwayIsDoneByAnother() throws Exception {
        IntStream.range(0, 9).forEach(i -> store.stage("picture " + i));
        try (EmbeddingQueue queue = queue(Duration.ofMillis(300), cache);
                QueueServer server = serve(queue)) {
            List<PictureTask> taken =
                    connect(server, Optional.empty()).take("killed", 5).tasks();
            assertThat(taken).hasSize(5);
            new EmbeddingWorker(connect(server, Optional.empty()), StagedStore.sight(), "alive", RENEWAL).run(2);
            assertThat(queue.summary().workers()).isEqualTo(Map.of("alive", 9));
        }
        assertThat(cache.countPictures()).isEqualTo(9);
    }

    @Test
    void aPictureThatIsGoneIsAFailureOfItsOwn() throws Exception {
        Files.delete(store.file(store.stage("gone")));
        store.stage("there");
        try (EmbeddingQueue queue = queue(Duration.ofMinutes(1), cache);
                QueueServer server = serve(queue)) {
            new EmbeddingWorker(connect(server, Optional.empty()), StagedStore.sight(), "a", RENEWAL).run(1);
            assertThat(queue.summary().seen()).isEqualTo(1);
            assertThat(queue.summary().failures().keySet())
                    .singleElement()
                    .asString()
                    .contains("status 404");
        }
    }

    @Test
    void aWrongTokenIsRefused() {
        try (EmbeddingQueue queue = queue(Duration.ofMinutes(1), cache);
                QueueServer server = serve(queue)) {
            assertThatThrownBy(() -> RemoteQueue.connect(uri(server), "guess", Optional.empty(), IMPATIENT))
                    .isInstanceOfSatisfying(
                            HeirloomException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAUTHENTICATED))
                    .hasMessageContaining("The token is not the one of this queue");
        }
    }

    @Test
    void aStagingMachineThatIsGoneIsTold() {
        RemoteQueue remote;
        try (EmbeddingQueue queue = queue(Duration.ofMinutes(1), cache);
                QueueServer server = serve(queue)) {
            remote = connect(server, Optional.empty());
        }
        assertThatThrownBy(() -> remote.take("a", 1))
                .isInstanceOfSatisfying(
                        HeirloomException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.REMOTE_UNREACHABLE))
                .hasMessageContaining("start this worker again");
        assertThatThrownBy(() -> RemoteQueue.connect(URI.create("nas:1"), TOKEN, Optional.empty(), IMPATIENT))
                .hasMessageContaining("has an address as http://staging:2290");
    }

    @Test
    void whatIsNotUnderstoodIsRefused() throws Exception {
        String sha256 = store.stage("picture");
        try (EmbeddingQueue queue = queue(Duration.ofMinutes(1), cache);
                QueueServer server = serve(queue)) {
            String face =
                    "{\"sha256\":\"" + sha256 + "\",\"width\":1,\"height\":1,\"faces\":[{\"embedding\":\"AAAA\"}]}";
            for (String body : List.of("", "{", "{}", "{\"worker\":\"a\",\"looks\":[" + face + "],\"failures\":[]}")) {
                assertThat(post(server, "findings", body)).as(body).isEqualTo(400);
            }
            assertThat(post(server, "portions", "{\"worker\":\"a\",\"count\":-1}"))
                    .isEqualTo(200);
            assertThat(post(server, "elsewhere", "{}")).isEqualTo(404);
            assertThat(status(request(server, "pictures/..%2f..%2fuser.json").GET()))
                    .isEqualTo(404);
            assertThat(queue.summary().seen()).isZero();
        }
        assertThat(failures).isEmpty();
    }

    private static int post(QueueServer server, String name, String body) throws Exception {
        return status(request(server, name).POST(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(QueueServer server, String name) {
        return HttpRequest.newBuilder(URI.create(uri(server) + "/identities/" + name))
                .header("Authorization", "Bearer " + TOKEN);
    }

    private static int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }
}
