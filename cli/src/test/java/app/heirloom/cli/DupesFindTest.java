package app.heirloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.cli.remote.RunningHeirloom;
import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.immich.client.ImmichPhotoServer;
import app.heirloom.immich.client.transport.ApiSecret;
import app.heirloom.immich.client.transport.ClientConfig;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.remote.asset.RemoteDownload;
import app.heirloom.library.remote.asset.RemoteUpload;
import app.heirloom.testkit.TinyExif;
import app.heirloom.testkit.TinyPhotos;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.tools.duplicates.AnalysisFile;
import app.heirloom.tools.duplicates.AnalyzedGroup;
import app.heirloom.tools.duplicates.Grounds;
import app.heirloom.tools.duplicates.Review;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Duplicates that the tool finds itself, on a real Heirloom and by its real previews. */
class DupesFindTest {
    private static final Path MEDIA_PROGRAMS = Path.of("..", "media", "target", "ffmpeg");
    private static final Instant COPIED = Instant.parse("2024-07-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private Map<String, String> environment = Map.of();

    @Test
    void pixelsAndLooksAreFoundEndedAndRestored() throws IOException {
        try (var heirloom = RunningHeirloom.start(folder.resolve("data"))) {
            String key = heirloom.newKey("all");
            environment = Map.of(
                    "IMMICH_URL", heirloom.url(),
                    "IMMICH_API_KEY", key,
                    "HEIRLOOM_SERVER_FILE", folder.resolve("none.conf").toString());
            var motif = new ScenarioPictures("motif", folder);
            byte[] photo = motif.jpeg(640, 480);
            try (var photos = ImmichPhotoServer.connect(ClientConfig.of(heirloom.url(), ApiSecret.of(key)))) {
                List<AssetId> ids = List.of(
                        upload(photos, "photo.jpg", photo),
                        upload(photos, "retold.jpg", TinyPhotos.withExif(photo, new TinyExif().camera("Canon", "R5"))),
                        upload(photos, "small.jpg", motif.jpeg(320, 240, 0.7f)),
                        upload(photos, "other.jpg", new ScenarioPictures("other", folder).jpeg(640, 480)));
                awaitPreviews(photos, ids);
            }
            assertThat(find("exact")).isEmpty();
            assertThat(find("pixels")).singleElement().satisfies(group -> {
                assertThat(group.grounds()).isEqualTo(Grounds.PIXELS);
                assertThat(names(group)).containsExactlyInAnyOrder("photo.jpg", "retold.jpg");
            });
            assertThat(run("execute", "-i", file(), "-b", folder.resolve("backup"), "--yes"))
                    .isEqualTo(ExitCode.DONE);
            assertThat(run("verify", file())).isEqualTo(ExitCode.DONE);
            assertThat(run("restore", "-b", folder.resolve("backup"))).isEqualTo(ExitCode.DONE);
            assertThat(find("similar")).singleElement().satisfies(group -> {
                assertThat(group.grounds()).isEqualTo(Grounds.LOOKS);
                assertThat(names(group)).containsExactlyInAnyOrder("photo.jpg", "retold.jpg", "small.jpg");
            });
            assertThat(run("execute", "-i", file(), "-b", folder.resolve("second"), "--yes"))
                    .isEqualTo(ExitCode.INCOMPLETE);
        }
    }

    @Test
    void aFolderIsReportedOn() throws IOException {
        Path photos = Files.createDirectories(folder.resolve("photos"));
        var motif = new ScenarioPictures("motif", folder);
        byte[] photo = motif.jpeg(640, 480);
        Files.write(photos.resolve("photo.jpg"), photo);
        Files.write(photos.resolve("retold.jpg"), TinyPhotos.withExif(photo, new TinyExif().camera("Canon", "R5")));
        Files.write(photos.resolve("small.jpg"), motif.jpeg(320, 240, 0.7f));
        Files.writeString(photos.resolve("broken.jpg"), "no picture");
        assertThat(find("similar", "--folder", photos)).singleElement().satisfies(group -> {
            assertThat(names(group)).containsExactlyInAnyOrder("photo.jpg", "retold.jpg", "small.jpg");
            assertThat(group.keeper().file().dimensions()).isEqualTo(new Dimensions(640, 480));
        });
        Review review = Review.open(file(), new FakePhotoServer().duplicates());
        review.dismiss(review.groups().getFirst().id());
        assertThat(find("similar", "--folder", photos)).as("said to be none").isEmpty();
        assertThat(find("exact", "--folder", photos)).isEmpty();
        assertThat(run("analyze", "--folder", photos, "-o", file())).isEqualTo(ExitCode.CANNOT);
    }

    private Path file() {
        return folder.resolve("found.json");
    }

    private List<AnalyzedGroup> find(String tier, Object... more) {
        Object[] always = {"--find", tier, "--cache", folder.resolve("cache"), "-o", file()};
        assertThat(run(
                        "analyze",
                        Stream.concat(Stream.of(always), Stream.of(more)).toArray()))
                .isEqualTo(ExitCode.DONE);
        List<AnalyzedGroup> groups = new ArrayList<>();
        AnalysisFile.open(file()).forEach(groups::add);
        return groups;
    }

    private static List<String> names(AnalyzedGroup group) {
        return group.assets().map(asset -> asset.file().name()).toList();
    }

    private int run(String command, Object... arguments) {
        Stream<Object> programs = command.equals("analyze") || command.equals("execute")
                ? Stream.of("--media-programs", MEDIA_PROGRAMS)
                : Stream.of();
        return CliMain.run(
                Stream.of(Stream.<Object>of("dupes", command), programs, Stream.of(arguments))
                        .flatMap(some -> some)
                        .map(Object::toString)
                        .toArray(String[]::new),
                environment);
    }

    private AssetId upload(ImmichPhotoServer photos, String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("upload"), content);
        return photos.originals()
                .upload(new RemoteUpload(RemoteUpload.Content.of(file), name, COPIED, COPIED, RemoteUpload.Wish.PLAIN))
                .id();
    }

    private static void awaitPreviews(ImmichPhotoServer photos, List<AssetId> ids) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (AssetId id : ids) {
            while (!hasPreview(photos, id)) {
                assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
                Thread.onSpinWait();
            }
        }
    }

    private static boolean hasPreview(ImmichPhotoServer photos, AssetId id) throws IOException {
        Optional<RemoteDownload> preview = photos.previews().find(id);
        if (preview.isPresent()) {
            preview.get().close();
        }
        return preview.isPresent() && photos.assets().get(id).asset().original().dimensions() != null;
    }
}
