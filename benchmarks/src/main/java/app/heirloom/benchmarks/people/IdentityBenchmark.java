package app.heirloom.benchmarks.people;

import app.heirloom.benchmarks.measure.Benchmark;
import app.heirloom.benchmarks.measure.Measurement;
import app.heirloom.benchmarks.measure.TemporaryFolder;
import app.heirloom.immich.client.ImmichPhotoServer;
import app.heirloom.immich.client.transport.ApiSecret;
import app.heirloom.immich.client.transport.ClientConfig;
import app.heirloom.immich.client.transport.ClientConfig.Pace;
import app.heirloom.inference.Inference;
import app.heirloom.inference.download.PackPull;
import app.heirloom.inference.download.Patience;
import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.face.FaceFinder;
import app.heirloom.library.person.FaceBox;
import app.heirloom.media.Media;
import app.heirloom.media.MediaConfig;
import app.heirloom.storage.identity.NpzFaceCache;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.testkit.remote.standin.StandInServer;
import app.heirloom.tools.Progress;
import app.heirloom.tools.identities.embedding.EmbeddingQueue;
import app.heirloom.tools.identities.embedding.EmbeddingWorker;
import app.heirloom.tools.identities.embedding.PictureSight;
import app.heirloom.tools.identities.embedding.StagedPictures;
import app.heirloom.tools.identities.staging.Staging;
import app.heirloom.tools.identities.staging.StagingSettings;
import app.heirloom.tools.identities.staging.StagingShelves;
import app.heirloom.tools.identities.store.StagingLedger;
import app.heirloom.tools.identities.store.StoreOwner;
import app.heirloom.tools.identities.store.UserFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Stages portraits of 100 KB from a server next door, and from one that is 50 ms away beside what its latency allows; has
 * a model look at real photos beside the model alone.
 */
public final class IdentityBenchmark implements Benchmark {
    private static final int ASSETS = 4_000;
    private static final int FAR_ASSETS = 800;
    private static final int WORKERS = 8;
    private static final int BYTES = 100_000;
    private static final Duration LATENCY = Duration.ofMillis(50);
    /** Where the faces of an asset are asked for, then its original. */
    private static final int REQUESTS = 2;
    /** Assets a second that the older tool came to, at its best. */
    private static final double OLDER = 12.8;

    private static final String PACK = "faces-yunet-mobilefacenet";
    private static final int THREADS = 2;
    private static final FaceBox FACE = new FaceBox(new Dimensions(400, 300), 0, 0, 200, 200);

    @Override
    public String name() {
        return "identities";
    }

    @Override
    public List<Measurement> run() throws Exception {
        List<Measurement> measurements = new ArrayList<>();
        stage(portraits(ASSETS), Duration.ZERO); // warms up
        measurements.add(Measurement.large(
                "staging with %d workers from a local server, assets/s".formatted(WORKERS),
                stage(portraits(ASSETS), Duration.ZERO),
                OLDER,
                "the older tool over the internet"));
        measurements.add(Measurement.large(
                "- from a server %d ms away, assets/s".formatted(LATENCY.toMillis()),
                stage(portraits(FAR_ASSETS), LATENCY),
                WORKERS * 1e3 / (REQUESTS * LATENCY.toMillis()),
                "what the latency allows"));
        measurements.addAll(embed());
        return measurements;
    }

    private static FakePhotoServer portraits(int count) {
        var photos = new FakePhotoServer();
        for (int i = 0; i < count; i++) {
            add(photos, i + ".jpg", ByteBuffer.allocate(BYTES).putInt(i).array());
        }
        return photos;
    }

    private static void add(FakePhotoServer photos, String name, byte[] bytes) {
        AssetId id = photos.add(name, bytes).id();
        photos.addFace(id, FACE, null);
    }

    private static double stage(FakePhotoServer filled, Duration latency) throws IOException {
        try (TemporaryFolder store = TemporaryFolder.create("identities")) {
            return stage(filled, latency, store.path());
        }
    }

    /** Assets a second. */
    private static double stage(FakePhotoServer filled, Duration latency, Path store) {
        try (StandInServer server = StandInServer.start(filled)) {
            ClientConfig config = ClientConfig.of(server.url(), ApiSecret.of(StandInServer.KEY))
                    .withPace(new Pace(0, WORKERS));
            try (var photos = ImmichPhotoServer.connect(config);
                    var folder = UserFolder.create(store, "ann", StoreOwner.of(photos.account()));
                    StagingLedger ledger = folder.ledger()) {
                server.setLatency(latency);
                var shelves = new StagingShelves(ledger, folder.pictures(), sha256 -> false);
                var settings = new StagingSettings(WORKERS, 90, Duration.ofSeconds(1));
                var staging = new Staging(photos, shelves, settings, Progress.NONE, complaint -> {});
                long begin = System.nanoTime();
                staging.run();
                double seconds = (System.nanoTime() - begin) / 1e9;
                return staging.summary().staged().pictures() / seconds;
            }
        }
    }

    private static List<Measurement> embed() throws Exception {
        Path data = Path.of(System.getenv().getOrDefault("HEIRLOOM_TESTDATA", "nowhere"));
        if (!Files.isDirectory(data.resolve("models"))) {
            return List.of(Measurement.alone("embedding: skipped, HEIRLOOM_TESTDATA is not set; photos", 0));
        }
        try (TemporaryFolder models = TemporaryFolder.create("models");
                TemporaryFolder store = TemporaryFolder.create("identities")) {
            var folder = new ModelFolder(models.path());
            new PackPull(folder, Patience.DEFAULT, app.heirloom.inference.download.Progress.SILENT)
                    .fromFolder(folder.get(PACK), data.resolve("models"));
            stage(realPhotos(data.resolve("faces/caltech")), Duration.ZERO, store.path());
            Path programs = Path.of(System.getProperty("heirloom.ffmpeg", "media/target/ffmpeg"));
            try (Inference inference = Inference.load(folder.get(PACK), folder);
                    Media media = Media.open(MediaConfig.of(programs))) {
                FaceFinder finder = inference.faceFinder();
                double before = alone(media, finder, store.path());
                double ours = queue(new PictureSight(media.pictures(), media.metadata(), finder), store.path());
                double after = alone(media, finder, store.path());
                return List.of(Measurement.large(
                        "embedding with %d workers, photos/s".formatted(THREADS),
                        ours,
                        (before + after) / 2,
                        "the model and the decoder alone, before and after"));
            }
        }
    }

    private static FakePhotoServer realPhotos(Path from) throws IOException {
        var photos = new FakePhotoServer();
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".jpg"))
                    .sorted()
                    .toList()) {
                add(photos, file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return photos;
    }

    /** Photos a second, with leases, a cache that is written, and all. */
    private static double queue(PictureSight sight, Path store) throws Exception {
        try (var folder = UserFolder.open(store, "ann");
                StagingLedger ledger = folder.ledger()) {
            long begin = System.nanoTime();
            int pictures;
            try (var cache = NpzFaceCache.open(folder.cache(), sight.finder().model());
                    var queue = new EmbeddingQueue(
                            new StagedPictures(ledger, folder.pictures(), folder.owner()),
                            cache,
                            new EmbeddingQueue.Settings(Duration.ofMinutes(2), InstantSource.system()),
                            Progress.NONE,
                            complaint -> {})) {
                new EmbeddingWorker(queue, sight, "here", Duration.ofSeconds(30)).run(THREADS);
                pictures = queue.summary().seen();
            }
            return pictures * 1e9 / (System.nanoTime() - begin);
        }
    }

    private static double alone(Media media, FaceFinder finder, Path store) throws Exception {
        List<Callable<Integer>> works = new ArrayList<>();
        try (Stream<Path> files = Files.walk(store.resolve("ann/pictures"))) {
            files.filter(file -> file.toString().endsWith(".jpg"))
                    .forEach(file ->
                            works.add(() -> finder.find(media.pictures().read(file, finder.longestSide()), 1)
                                    .size()));
        }
        long begin = System.nanoTime();
        try (ExecutorService workers = Executors.newFixedThreadPool(THREADS)) {
            for (Future<Integer> each : workers.invokeAll(works)) {
                each.get();
            }
        }
        return works.size() * 1e9 / (System.nanoTime() - begin);
    }
}
