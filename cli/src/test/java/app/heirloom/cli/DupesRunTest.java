package app.heirloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.immich.client.ApiSecret;
import app.heirloom.immich.client.ClientConfig;
import app.heirloom.immich.client.ClientConfig.Patience;
import app.heirloom.immich.client.ImmichPhotoServer;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.duplicate.KeeperRules;
import app.heirloom.library.embedding.PictureReader;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.metadata.AssetEdit;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.MetadataEdits;
import app.heirloom.library.remote.RemoteServer;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.testkit.remote.Fault;
import app.heirloom.testkit.remote.StandInServer;
import app.heirloom.tools.Progress;
import app.heirloom.tools.backup.BackupFolder;
import app.heirloom.tools.duplicates.Analysis;
import app.heirloom.tools.duplicates.AnalysisFile;
import app.heirloom.tools.duplicates.AnalysisWriter;
import app.heirloom.tools.resolution.Execution;
import app.heirloom.tools.resolution.ExecutionSettings;
import app.heirloom.tools.resolution.ExecutionSummary;
import app.heirloom.tools.resolution.Verification;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An execution in which one request goes wrong, each in its turn, and its second run. */
class DupesRunTest {
    /** One attempt, so that every failure is seen; the silence is that of a server that stalls. */
    private static final Patience NO_PATIENCE = new Patience(Duration.ofSeconds(2), 1, Duration.ofMillis(1));

    private static final PictureReader NO_PICTURES = (file, longestSide) -> {
        throw new AssertionError("nothing was found by its pixels");
    };

    @TempDir
    private Path folder;

    /** A library of one group of three, of which the two losers know more than the keeper. */
    private static final class Case implements AutoCloseable {
        final FakePhotoServer photos;
        final StandInServer server;
        final Path folder;
        final AssetId keeper;
        final List<AssetId> losers;
        final Set<Checksum> contents = new HashSet<>();

        Case(Path folder, int major, int minor) throws IOException {
            this.folder = Files.createTempDirectory(folder, "case");
            this.photos = new FakePhotoServer()
                    .as(new RemoteServer(URI.create("http://photos.test"), RemoteServer.Kind.IMMICH, major, minor, 0));
            this.server = StandInServer.start(photos);
            this.keeper = photos.add("keeper.jpg", bytes(300)).id();
            this.losers = List.of(
                    photos.add("one.jpg", bytes(200)).id(),
                    photos.add("../two \"\uD83D\uDE00\".jpg", bytes(100)).id());
            photos.group(List.of(keeper, losers.getFirst(), losers.getLast()));
            losers.forEach(id -> contents.add(photos.checksumOf(id)));
            var capture = new Capture(LocalDateTime.parse("2020-02-03T04:05:06"), "UTC+2", null);
            photos.assets()
                    .edit(
                            losers.getFirst(),
                            new AssetEdit(
                                    null, true, new MetadataEdits("Forum", 4, new Coordinates(41.9, 12.5), capture)));
            var album = photos.albums().create("Rome", "");
            photos.albums().add(album.id(), losers);
            var tag = photos.tags().upsert(List.of("trip/rome")).getFirst();
            photos.tags().attach(tag.id(), losers);
        }

        private static byte[] bytes(int size) {
            byte[] bytes = new byte[size];
            Arrays.fill(bytes, (byte) size);
            return bytes;
        }

        AnalysisFile analyze() {
            Path file = folder.resolve("analysis.json");
            var analysis = new Analysis(photos, KeeperRules.DEFAULT, Progress.NONE, InstantSource.system());
            try (AnalysisWriter writer = AnalysisWriter.open(file, analysis.header())) {
                writer.finish(analysis.run(writer::write));
            }
            return AnalysisFile.open(file);
        }

        ExecutionSummary execute(AnalysisFile analysis) {
            ClientConfig config = ClientConfig.of(server.url(), ApiSecret.of(StandInServer.KEY))
                    .withPatience(NO_PATIENCE);
            try (var remote = ImmichPhotoServer.connect(config);
                    var backup = BackupFolder.create(folder.resolve("backup"), remote.account())) {
                var settings = new ExecutionSettings(true, false, false, 2);
                return new Execution(remote, settings, NO_PICTURES, Progress.NONE, InstantSource.system())
                        .run(analysis, backup, report -> {});
            }
        }

        /** Every content is on the server or whole in the backup. */
        void requireNothingLost(String when) throws IOException {
            Set<Checksum> found = new HashSet<>();
            losers.forEach(id -> photos.find(id)
                    .ifPresent(asset -> found.add(asset.original().checksum())));
            try (Stream<Path> files = Files.walk(folder.resolve("backup"))) {
                for (Path file :
                        files.filter(file -> file.toString().endsWith(".jpg")).toList()) {
                    found.add(checksumOf(file));
                }
            } catch (NoSuchFileException e) {
                // it did not get that far
            }
            assertThat(found).as(when).containsAll(contents);
            assertThat(photos.find(keeper)).as(when).isPresent();
        }

        private static Checksum checksumOf(Path file) throws IOException {
            try {
                return Checksum.of(MessageDigest.getInstance("SHA-1").digest(Files.readAllBytes(file)));
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() {
            server.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2, 7, CUT, .*",
        "2, 7, HALF_DONE, .*",
        "3, 2, CUT, .*",
        "3, 2, LOST_ANSWER, .*",
        "3, 2, HALF_ANSWER, .*",
        "3, 2, ERROR, .*",
        "3, 2, TOO_MANY, .*",
        "3, 2, HALF_DONE, .*",
        "3, 2, WRONG_BYTES, GET /api/assets/[^/]+/original",
        "3, 2, STALL, '(GET /api/assets/[^/]+/original|PUT .*|DELETE .*)'"
    })
    void whateverRequestFailsNothingIsLostAndASecondRunFinishes(int major, int minor, Fault fault, String request)
            throws IOException {
        int steps;
        try (var undisturbed = new Case(folder, major, minor)) {
            assertThat(undisturbed.execute(undisturbed.analyze()).done()).isEqualTo(1);
            steps = (int) undisturbed.server.requests().stream()
                    .filter(name -> name.matches(request))
                    .count();
        }
        assertThat(steps).isPositive();
        for (int step = 1; step <= steps; step++) {
            try (var disturbed = new Case(folder, major, minor)) {
                AnalysisFile analysis = disturbed.analyze();
                disturbed.server.faults().at(request, step, fault);
                String when = fault + " at request " + step;
                try {
                    disturbed.execute(analysis);
                } catch (HeirloomException e) {
                    assertThat(e.getMessage()).as(when).isNotBlank();
                }
                disturbed.requireNothingLost(when);
                disturbed.server.faults().clear();
                ExecutionSummary second = disturbed.execute(analysis);
                assertThat(second.done() + second.already()).as(when).isEqualTo(1);
                disturbed.requireNothingLost(when);
                assertThat(disturbed.losers)
                        .as(when)
                        .allSatisfy(id -> assertThat(disturbed.photos.find(id)).isEmpty());
                assertThat(new Verification(disturbed.photos, Progress.NONE)
                                .run(
                                        analysis,
                                        (group, problems) ->
                                                assertThat(problems).as(when).isEmpty())
                                .isSound())
                        .isTrue();
            }
        }
    }
}
