package app.heirloom.tools.identities.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.person.FaceBox;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.RemoteOriginal;
import app.heirloom.library.remote.asset.RemoteState;
import app.heirloom.library.user.Permission;
import app.heirloom.library.user.UserId;
import app.heirloom.testkit.identity.SeenPictures;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.testkit.remote.RemoteSamples;
import app.heirloom.tools.Progress;
import app.heirloom.tools.identities.store.PictureFolder;
import app.heirloom.tools.identities.store.StagingLedger;
import app.heirloom.tools.identities.store.StoreOwner;
import app.heirloom.tools.identities.store.UserFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingTest {
    private static final Dimensions PREVIEW = new Dimensions(1440, 1080);
    private static final StagingSettings SETTINGS = new StagingSettings(4, 90, Duration.ofMillis(1));

    @TempDir
    private Path store;

    private final FakePhotoServer photos = new FakePhotoServer();
    private final List<String> complaints = new ArrayList<>();
    private Set<String> known = Set.of();

    /** With a face that is large enough. */
    private RemoteAsset addPortrait(String name, String bytes) {
        RemoteAsset asset = photos.add(name, bytes.getBytes(StandardCharsets.UTF_8));
        photos.addFace(asset.id(), new FaceBox(new Dimensions(400, 300), 10, 10, 110, 100), null);
        return asset;
    }

    private StagingSummary run() {
        try (UserFolder folder = UserFolder.create(store, "ann", StoreOwner.of(photos.account()));
                StagingLedger ledger = folder.ledger()) {
            var shelves = new StagingShelves(ledger, folder.pictures(), sha256 -> known.contains(sha256));
            var staging = new Staging(photos, shelves, SETTINGS, Progress.NONE, complaints::add);
            staging.run();
            return staging.summary();
        }
    }

    private List<String> stagedPictures() {
        try (UserFolder folder = UserFolder.open(store, "ann");
                StagingLedger ledger = folder.ledger()) {
            PictureFolder pictures = folder.pictures();
            return ledger.listPictures().stream()
                    .map(sha256 -> text(pictures.resolve(
                            ledger.find(sha256).orElseThrow().picture().file())))
                    .sorted()
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void everyAssetIsCountedOnce() {
        addPortrait("a.jpg", "a");
        addPortrait("a-copy.jpg", "a");
        addPortrait("cached.jpg", "cached");
        known = Set.of(SeenPictures.sha256("cached"));
        photos.add("landscape.jpg", new byte[] {1});
        RemoteAsset crowd = photos.add("crowd.jpg", new byte[] {2});
        photos.addFace(crowd.id(), new FaceBox(new Dimensions(400, 300), 0, 0, 200, 89), null);
        photos.add("video.mp4", new byte[] {3});
        RemoteAsset lost = addPortrait("lost.jpg", "lost");
        photos.replace(lost.withState(new RemoteState(
                lost.state().visibility(), false, false, true, lost.state().grouping())));

        StagingSummary summary = run();

        assertThat(summary.staged()).isEqualTo(new StagingSummary.Staged(1, 1, 1, 0));
        assertThat(summary.skipped()).isEqualTo(new StagingSummary.Skipped(1, 1, 2));
        assertThat(summary.listed()).isEqualTo(7).isEqualTo(summary.sum());
        assertThat(stagedPictures()).containsExactly("a");
        assertThat(complaints).isEmpty();
    }

    @Test
    void aSecondRunStagesOnlyWhatIsNew() {
        addPortrait("a.jpg", "a");
        run();
        addPortrait("b.jpg", "b");
        addPortrait("a-again.jpg", "a");

        StagingSummary summary = run();

        assertThat(summary.before()).isEqualTo(1);
        assertThat(summary.staged()).isEqualTo(new StagingSummary.Staged(1, 0, 1, 0));
        assertThat(run().before()).isEqualTo(3).isEqualTo(run().sum());
        assertThat(stagedPictures()).containsExactly("a", "b");
    }

    @Test
    void facesAreMeasuredInPixelsOfTheOriginal() {
        RemoteAsset large = photos.add("large.jpg", new byte[] {1});
        RemoteOriginal original = large.original();
        photos.replace(large.withOriginal(new RemoteOriginal(
                original.fileName(),
                original.path(),
                original.type(),
                original.checksum(),
                original.sizeInBytes(),
                new Dimensions(3000, 4000)))); // turned, which the server mixed up
        photos.addFace(large.id(), new FaceBox(PREVIEW, 0, 0, 33, 40), null);
        assertThat(run().staged().pictures()).isEqualTo(1);
    }

    @Test
    void ofExternalLibrariesOnlyTheBytesTellWhatIsTheSame() throws IOException {
        RemoteAsset upload = addPortrait("upload.jpg", "same");
        for (int i = 0; i < 2; i++) {
            RemoteAsset file = addPortrait("file" + i + ".jpg", "same");
            photos.makeExternal(file.id(), LibraryId.random());
        }
        StagingSummary summary = run();
        assertThat(summary.staged()).isEqualTo(new StagingSummary.Staged(1, 0, 2, 0));
        assertThat(summary.notes()).singleElement().asString().contains("2 more in 2 external libraries");
        try (UserFolder folder = UserFolder.open(store, "ann");
                StagingLedger ledger = folder.ledger()) {
            assertThat(ledger.assetsOf(SeenPictures.sha256("same")))
                    .hasSize(3)
                    .contains(upload.id().value());
        }
        try (Stream<Path> drafts = Files.list(store.resolve("ann/pictures/.drafts"))) {
            assertThat(drafts).isEmpty();
        }
    }

    @Test
    void previewsOfTheServersOwnAreLeftOut() {
        List<String> paths = List.of(
                "/data/thumbs/1/ab/cd/f00-preview.jpeg", "/mnt/copy/f00_thumbnail.webp", "/mnt/ann-preview.jpeg");
        for (String path : paths) {
            RemoteAsset stray = addPortrait("p.jpg", path);
            photos.makeExternal(stray.id(), LibraryId.random());
            setPath(photos.get(stray.id()), path);
        }
        setPath(addPortrait("mine-preview.jpeg", "uploaded by hand"), "upload/mine-preview.jpeg");
        StagingSummary summary = run();
        assertThat(summary.skipped().leftOut()).isEqualTo(3);
        assertThat(stagedPictures()).containsExactly("uploaded by hand");
    }

    private void setPath(RemoteAsset asset, String path) {
        RemoteOriginal original = asset.original();
        photos.replace(asset.withOriginal(new RemoteOriginal(
                original.fileName(),
                path,
                original.type(),
                original.checksum(),
                original.sizeInBytes(),
                original.dimensions())));
    }

    @Test
    void assetsOfOthersAreLeftAlone() {
        photos.add(RemoteSamples.asset("partner.jpg", UserId.random()), new byte[] {1});
        StagingSummary summary = run();
        assertThat(summary.listed()).isZero();
        assertThat(summary.notes()).anySatisfy(note -> assertThat(note).contains("1 assets of other users"));
    }

    @Test
    void whatTheServerDoesNotGiveIsTriedAgainByTheNextRun() {
        RemoteAsset asset = addPortrait("a.jpg", "a");
        photos.replace(asset.withOriginal(asset.original().withContent(sha1OfNothing(), 1)));
        StagingSummary summary = run();
        assertThat(summary.staged().failed()).isEqualTo(1);
        assertThat(complaints).singleElement().asString().contains("a.jpg").contains("checksum");
        assertThat(stagedPictures()).isEmpty();
        photos.replace(asset);
        assertThat(run().staged().pictures()).isEqualTo(1);
    }

    private static Checksum sha1OfNothing() {
        return RemoteSamples.asset("x.jpg", UserId.random()).original().checksum();
    }

    @Test
    void aDiskThatFailsEndsTheRun() throws IOException {
        addPortrait("a.jpg", "a");
        Files.createDirectories(store.resolve("ann"));
        Files.writeString(store.resolve("ann/pictures"), "a file where a folder should be");
        assertThatThrownBy(this::run).hasMessageContaining("Cannot write into");
    }

    @Test
    void missingPermissionsAreNamed() {
        photos.allowing(List.of(Permission.ASSET_READ, Permission.USER_READ));
        assertThatThrownBy(() -> Staging.requirePossible(photos))
                .hasMessageContaining("asset.statistics, asset.download, face.read");
    }

    @Test
    void theKeyMustBeOfWhoIsMeant() {
        var admin = new StoreOwner("http://nas", "4f", "The Admin", "admin@example.com");
        for (String label : List.of("admin", "the admin", "ADMIN@example.com", "4f")) {
            StagedOwner.require(label, Optional.empty(), admin);
        }
        StagedOwner.require("bob", Optional.of("admin@example.com"), admin);
        assertThatThrownBy(() -> StagedOwner.require("bob", Optional.empty(), admin))
                .hasMessageContaining("of The Admin <admin@example.com>, not of bob")
                .hasMessageContaining("make a key as that user")
                .hasMessageContaining("--owner admin@example.com");
        assertThatThrownBy(() -> StagedOwner.require("admin", Optional.of("bob"), admin))
                .hasMessageContaining("not of bob");
    }
}
