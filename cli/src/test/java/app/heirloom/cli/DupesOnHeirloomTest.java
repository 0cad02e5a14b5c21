package app.heirloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.cli.remote.RunningHeirloom;
import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.immich.client.ImmichPhotoServer;
import app.heirloom.immich.client.transport.ApiSecret;
import app.heirloom.immich.client.transport.ClientConfig;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.MetadataEdits;
import app.heirloom.library.metadata.edit.AssetEdit;
import app.heirloom.library.remote.album.RemoteAlbum;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.RemoteState;
import app.heirloom.library.remote.asset.RemoteUpload;
import app.heirloom.library.remote.duplicate.RemoteStack;
import app.heirloom.library.user.SharedLinkId;
import app.heirloom.testkit.TinyExif;
import app.heirloom.testkit.TinyPhotos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole workflow against a real server. */
class DupesOnHeirloomTest {
    private static final Instant MODIFIED = Instant.parse("2021-01-02T03:04:05Z");

    @TempDir
    private Path folder;

    @Test
    void afterARestoreAllIsAsItWas() throws IOException {
        try (var heirloom = RunningHeirloom.start(folder.resolve("data"))) {
            String key = heirloom.newKey("all");
            try (var photos = ImmichPhotoServer.connect(ClientConfig.of(heirloom.url(), ApiSecret.of(key)))) {
                AssetId keeper = upload(photos, "large.jpg", 60);
                AssetId loser = upload(photos, "small \"\uD83D\uDE00\".jpg", 40);
                heirloom.awaitIdle();
                group(heirloom, keeper, loser);
                photos.assets().edit(loser, new AssetEdit(null, true, new MetadataEdits("Forum", 4, null, null)));
                RemoteAlbum album = photos.albums().create("Rome", "");
                photos.albums().add(album.id(), List.of(loser));
                var tag = photos.tags().upsert(List.of("trip/rome")).getFirst();
                photos.tags().attach(tag.id(), List.of(loser));
                heirloom.awaitIdle();
                List<String> before = state(photos, keeper, loser);
                String analysis = folder.resolve("analysis.json").toString();
                String backup = folder.resolve("backup").toString();

                assertThat(run(heirloom, key, "analyze", "-o", analysis)).isEqualTo(ExitCode.DONE);
                assertThat(run(heirloom, key, "verify", analysis)).isEqualTo(ExitCode.INCOMPLETE);
                assertThat(run(heirloom, key, "execute", "-i", analysis, "-b", backup))
                        .as("nobody agreed")
                        .isEqualTo(ExitCode.CANNOT);
                assertThat(run(heirloom, key, "execute", "-i", analysis, "-b", backup, "--yes"))
                        .isEqualTo(ExitCode.DONE);
                assertThat(photos.assets().get(loser).asset().state().trashed()).isTrue();
                assertThat(run(heirloom, key, "verify", analysis, "--format=json"))
                        .isEqualTo(ExitCode.DONE);
                assertThat(run(heirloom, key, "execute", "-i", analysis, "-b", backup, "--yes"))
                        .as("a second time")
                        .isEqualTo(ExitCode.DONE);
                assertThat(run(heirloom, key, "status", "-b", backup)).isEqualTo(ExitCode.DONE);
                assertThat(run(heirloom, key, "restore", "-b", backup, "--dry-run"))
                        .isEqualTo(ExitCode.DONE);
                assertThat(state(photos, keeper, loser)).isNotEqualTo(before);
                assertThat(run(heirloom, key, "restore", "-b", backup)).isEqualTo(ExitCode.DONE);
                heirloom.awaitIdle();
                assertThat(state(photos, keeper, loser)).isEqualTo(before);
            }
        }
    }

    /** Which Immich cannot do: it only knows how to say another one. */
    @Test
    void aPlaceAndAZoneThatTheKeeperHadNoneOfAreUnsaid() throws IOException {
        try (var heirloom = RunningHeirloom.start(folder.resolve("data"))) {
            String key = heirloom.newKey("all");
            try (var photos = ImmichPhotoServer.connect(ClientConfig.of(heirloom.url(), ApiSecret.of(key)))) {
                byte[] dated =
                        TinyPhotos.withExif(TinyPhotos.jpeg(60, 30), new TinyExif().taken("2024:05:01 10:20:30"));
                AssetId keeper = upload(photos, "large.jpg", dated, RemoteUpload.Wish.PLAIN);
                AssetId loser = upload(photos, "small.jpg", 40);
                heirloom.awaitIdle();
                group(heirloom, keeper, loser);
                var capture = new Capture(LocalDateTime.parse("2024-05-01T10:20:30"), "UTC+2", null);
                var edits = new MetadataEdits(null, null, new Coordinates(41.9, 12.5), capture);
                photos.assets().edit(loser, new AssetEdit(null, null, edits));
                heirloom.awaitIdle();
                List<String> before = state(photos, keeper, loser);
                String analysis = folder.resolve("analysis.json").toString();
                String backup = folder.resolve("backup").toString();

                assertThat(run(heirloom, key, "analyze", "-o", analysis)).isEqualTo(ExitCode.DONE);
                assertThat(run(heirloom, key, "execute", "-i", analysis, "-b", backup, "--yes"))
                        .isEqualTo(ExitCode.DONE);
                heirloom.awaitIdle();
                Exif given = photos.assets().get(keeper).asset().exif();
                assertThat(given.coordinates()).isEqualTo(new Coordinates(41.9, 12.5));
                assertThat(given.capture().zone()).isEqualTo("UTC+2");

                assertThat(run(heirloom, key, "restore", "-b", backup)).isEqualTo(ExitCode.DONE);
                assertThat(state(photos, keeper, loser)).isEqualTo(before);
                heirloom.awaitIdle();
                assertThat(state(photos, keeper, loser))
                        .as("when the file was read again")
                        .isEqualTo(before);
            }
        }
    }

    private static void group(RunningHeirloom heirloom, AssetId one, AssetId other) {
        heirloom.send(
                "PUT",
                "/assets",
                "{\"ids\": [\"" + one + "\", \"" + other + "\"], \"duplicateId\": \"" + DuplicateGroupId.random()
                        + "\"}");
    }

    /** Stacks, shared links and motion videos are not for the trash to bring back. */
    @Test
    void whatWasDeletedForGoodComesBackWithAllThatItBelongedTo() throws IOException {
        try (var heirloom = RunningHeirloom.start(folder.resolve("data"))) {
            String key = heirloom.newKey("all");
            try (var photos = ImmichPhotoServer.connect(ClientConfig.of(heirloom.url(), ApiSecret.of(key)))) {
                AssetId keeper = uploadLive(photos, "large", 60);
                AssetId loser = uploadLive(photos, "small", 40);
                AssetId other = upload(photos, "other.jpg", 20);
                heirloom.awaitIdle();
                RemoteAsset before = photos.assets().get(loser).asset();
                AssetId motion =
                        Objects.requireNonNull(before.state().grouping().livePhotoVideo());
                Checksum motionBefore = checksum(photos, motion);
                group(heirloom, keeper, loser);
                photos.stacks().create(List.of(loser, other));
                String link = heirloom.send(
                                "POST",
                                "/shared-links",
                                "{\"type\": \"INDIVIDUAL\", \"assetIds\": [\"" + loser + "\", \"" + other + "\"]}")
                        .path("id")
                        .stringValue();
                String analysis = folder.resolve("analysis.json").toString();
                String backup = folder.resolve("backup").toString();

                assertThat(run(heirloom, key, "analyze", "-o", analysis)).isEqualTo(ExitCode.DONE);
                assertThat(run(heirloom, key, "execute", "-i", analysis, "-b", backup, "--yes", "--force"))
                        .isEqualTo(ExitCode.DONE);
                heirloom.awaitIdle();
                assertThat(photos.assets().find(loser)).isEmpty();
                assertThat(run(heirloom, key, "verify", analysis)).isEqualTo(ExitCode.DONE);

                assertThat(run(heirloom, key, "restore", "-b", backup)).isEqualTo(ExitCode.DONE);
                heirloom.awaitIdle();
                AssetId again = photos.originals()
                        .listByChecksum(List.of(before.original().checksum()))
                        .getFirst()
                        .asset();
                RemoteState state = photos.assets().get(again).asset().state();
                AssetId motionAgain = Objects.requireNonNull(state.grouping().livePhotoVideo());
                assertThat(checksum(photos, motionAgain)).isEqualTo(motionBefore);
                assertThat(photos.assets().get(motionAgain).asset().state().visibility())
                        .isEqualTo(Visibility.HIDDEN);
                assertThat(photos.stacks()
                                .find(Objects.requireNonNull(state.grouping().stack())))
                        .map(RemoteStack::assets)
                        .contains(List.of(again, other));
                assertThat(photos.links()
                                .find(SharedLinkId.parse(link))
                                .orElseThrow()
                                .assets())
                        .containsExactlyInAnyOrder(again, other);
                assertThat(run(heirloom, key, "restore", "-b", backup)).isEqualTo(ExitCode.DONE);
            }
        }
    }

    private static Checksum checksum(ImmichPhotoServer photos, AssetId id) {
        return photos.assets().get(id).asset().original().checksum();
    }

    private AssetId uploadLive(ImmichPhotoServer photos, String name, int width) throws IOException {
        byte[] video = new ScenarioPictures(name, folder).video(2 * width, 60);
        AssetId motion = upload(photos, name + ".mov", video, new RemoteUpload.Wish(Visibility.HIDDEN, false, null));
        return upload(
                photos,
                name + ".jpg",
                TinyPhotos.jpeg(width, 30),
                new RemoteUpload.Wish(Visibility.TIMELINE, false, motion));
    }

    private AssetId upload(ImmichPhotoServer photos, String name, int width) throws IOException {
        return upload(photos, name, TinyPhotos.jpeg(width, 30), RemoteUpload.Wish.PLAIN);
    }

    private AssetId upload(ImmichPhotoServer photos, String name, byte[] content, RemoteUpload.Wish wish)
            throws IOException {
        Path file = Files.write(folder.resolve("file"), content);
        return photos.originals()
                .upload(new RemoteUpload(RemoteUpload.Content.of(file), name, MODIFIED, MODIFIED, wish))
                .id();
    }

    /** All that the server says of the assets, but for when it changed them. */
    private static List<String> state(ImmichPhotoServer photos, AssetId... ids) {
        List<String> state = new ArrayList<>();
        for (AssetId id : ids) {
            var whole = photos.assets().get(id);
            var asset = whole.asset();
            state.add(asset.original() + " " + asset.exif() + " " + asset.state() + " "
                    + asset.times().captured() + asset.times().fileModified() + whole.tags() + whole.people()
                    + photos.albums().listOf(id).stream().map(RemoteAlbum::name).toList());
        }
        return state;
    }

    private int run(RunningHeirloom heirloom, String key, String... arguments) {
        List<String> all = new ArrayList<>(List.of("dupes"));
        all.addAll(List.of(arguments));
        return CliMain.run(
                all.toArray(String[]::new),
                Map.of(
                        "IMMICH_URL",
                        heirloom.url(),
                        "IMMICH_API_KEY",
                        key,
                        "HEIRLOOM_SERVER_FILE",
                        folder.resolve("none.conf").toString()));
    }
}
