package app.heirloom.benchmarks.tool;

import app.heirloom.benchmarks.measure.Benchmark;
import app.heirloom.benchmarks.measure.Measurement;
import app.heirloom.benchmarks.measure.TemporaryFolder;
import app.heirloom.immich.client.ImmichPhotoServer;
import app.heirloom.immich.client.transport.ApiSecret;
import app.heirloom.immich.client.transport.ClientConfig;
import app.heirloom.immich.client.transport.ClientConfig.Pace;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.duplicate.KeeperRules;
import app.heirloom.library.embedding.PictureReader;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.testkit.remote.standin.StandInServer;
import app.heirloom.tools.Progress;
import app.heirloom.tools.backup.BackupFolder;
import app.heirloom.tools.duplicates.Analysis;
import app.heirloom.tools.duplicates.AnalysisFile;
import app.heirloom.tools.duplicates.AnalysisWriter;
import app.heirloom.tools.resolution.Execution;
import app.heirloom.tools.resolution.ExecutionSettings;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Ends duplicate groups on a server that is 20 ms away, eight at once and one after the other. */
public final class DupesBenchmark implements Benchmark {
    private static final PictureReader NO_PICTURES = (file, longestSide) -> {
        throw new IllegalStateException("nothing was found by its pixels");
    };

    private static final int GROUPS = 500;
    private static final int WORKERS = 8;
    private static final int BYTES = 100_000;
    private static final Duration LATENCY = Duration.ofMillis(20);

    @Override
    public String name() {
        return "dupes";
    }

    @Override
    public List<Measurement> run() throws Exception {
        double many = groupsPerSecond(WORKERS);
        double one = groupsPerSecond(1);
        return List.of(Measurement.large(
                "ending %d duplicate groups with %d workers, at 20 ms of latency, 1/s".formatted(GROUPS, WORKERS),
                many,
                one,
                "1 worker"));
    }

    private static double groupsPerSecond(int workers) throws Exception {
        try (TemporaryFolder folder = TemporaryFolder.create("dupes");
                StandInServer server = StandInServer.start(fill())) {
            AnalysisFile analysis = analyze(server.photos(), folder.path().resolve("analysis.json"));
            server.setLatency(LATENCY);
            ClientConfig config = ClientConfig.of(server.url(), ApiSecret.of(StandInServer.KEY))
                    .withPace(new Pace(0, workers));
            try (var photos = ImmichPhotoServer.connect(config);
                    var backup = BackupFolder.create(folder.path().resolve("backup"), photos.account())) {
                var settings = new ExecutionSettings(false, false, false, workers);
                long begin = System.nanoTime();
                long done = new Execution(photos, settings, NO_PICTURES, Progress.NONE, InstantSource.system())
                        .run(analysis, backup, report -> {})
                        .done();
                if (done < GROUPS) {
                    throw new IllegalStateException("only " + done + " groups were ended");
                }
                return GROUPS * 1e9 / (System.nanoTime() - begin);
            }
        }
    }

    private static FakePhotoServer fill() {
        var photos = new FakePhotoServer();
        for (int i = 0; i < GROUPS; i++) {
            AssetId keeper = photos.add(i + "-keeper.jpg", bytes(i, BYTES + 1)).id();
            AssetId loser = photos.add(i + "-loser.jpg", bytes(i, BYTES)).id();
            photos.group(List.of(keeper, loser));
        }
        return photos;
    }

    private static byte[] bytes(int group, int size) {
        return ByteBuffer.allocate(size).putInt(group).array();
    }

    private static AnalysisFile analyze(FakePhotoServer photos, Path file) {
        var analysis = new Analysis(photos, KeeperRules.DEFAULT, Progress.NONE, InstantSource.system());
        try (AnalysisWriter writer = AnalysisWriter.open(file, analysis.header())) {
            writer.finish(analysis.run(writer::write));
        }
        return AnalysisFile.open(file);
    }
}
