package app.heirloom.tools.devices;

import static app.heirloom.tools.devices.DeviceFixture.TAKEN;
import static app.heirloom.tools.devices.DeviceFixture.checksumOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.device.Device.Scope;
import app.heirloom.library.device.DeviceCounts;
import app.heirloom.library.device.DeviceFile;
import app.heirloom.library.device.DeviceId;
import app.heirloom.library.device.Provenance;
import app.heirloom.library.device.ScanRecord.Counts;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.remote.RemoteServer.Kind;
import app.heirloom.library.remote.RemoteUser;
import app.heirloom.library.user.Permission;
import app.heirloom.library.user.UserId;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.tools.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Kind.class)
class DeviceScanTest {
    private static final Counts NOTHING_NEW = new Counts(0, 0, 0, 0);

    @Parameter
    private Kind kind = Kind.IMMICH;

    @TempDir
    private Path folder;

    private DeviceFixture device;

    @BeforeEach
    void addDevice() throws IOException {
        device = new DeviceFixture(folder).on(kind);
        device.add();
    }

    @AfterEach
    void close() {
        device.close();
    }

    @Test
    void aFullScanReadsEverythingAndTellsWhatIsShared() throws IOException {
        device.write("DCIM/a.jpg", "a");
        device.write("DCIM/b.jpg", "b");
        device.write("DCIM/c.jpg", "c");
        device.write("DCIM/notes.txt", "no photo");
        device.upload("DCIM/a.jpg");
        device.photos.trash().put(List.of(device.upload("DCIM/b.jpg")));

        var summary = device.scan(false);

        assertThat(summary.scan().complete()).isTrue();
        assertThat(summary.scan().counts()).isEqualTo(new Counts(0, 3, 0, 0));
        assertThat(counts()).isEqualTo(new DeviceCounts(3, 0, 0, 1, 1, 0));
        assertThat(counts().neverThere()).isEqualTo(1);
    }

    @Test
    void aSecondScanReadsNothing() throws IOException {
        device.write("a.jpg", "a");
        device.scan(false);
        assertThat(device.scan(false).scan().counts()).isEqualTo(NOTHING_NEW);
    }

    @Test
    void aFastScanTakesOverWhatMatchesAndReadsTheRest() throws IOException {
        device.write("a.jpg", "a");
        device.write("b.jpg", "b");
        device.upload("a.jpg");
        assertThat(device.scan(true).scan().counts()).isEqualTo(new Counts(1, 1, 0, 0));
        assertThat(file("a.jpg").identity()).isEqualTo(new DeviceFile.Identity(checksumOf("a"), Provenance.IMPUTED));
        assertThat(file("b.jpg").identity()).isEqualTo(new DeviceFile.Identity(checksumOf("b"), Provenance.HASHED));
    }

    @Test
    void whatHasItsKeyTwiceHereOrThereIsRead() throws IOException {
        device.write("2020/IMG_1.jpg", "one");
        device.write("2021/IMG_1.jpg", "two");
        device.upload("2020/IMG_1.jpg");
        device.write("b.jpg", "bb");
        device.upload("b.jpg");
        device.uploaded("b.jpg", "re");

        assertThat(device.scan(true).scan().counts()).isEqualTo(new Counts(0, 3, 3, 0));
    }

    @Test
    void whatIsTrashedHiddenExternalOrOfAnotherSizeIsNeverTakenOver() throws IOException {
        for (String name : List.of("trashed.jpg", "hidden.jpg", "external.jpg", "edited.jpg")) {
            device.write(name, name);
        }
        device.photos.trash().put(List.of(device.upload("trashed.jpg")));
        AssetId hidden = device.upload("hidden.jpg");
        device.photos.replace(device.photos
                .get(hidden)
                .withState(device.photos.get(hidden).state().withVisibility(Visibility.HIDDEN)));
        device.photos.makeExternal(device.upload("external.jpg"), LibraryId.random());
        device.uploaded("edited.jpg", "before it was edited");

        assertThat(device.scan(true).scan().counts()).isEqualTo(new Counts(0, 4, 0, 0));
        assertThat(file("external.jpg").presence().asset()).isNull();
    }

    @Test
    void whenNextToNothingMatchesNothingIsTakenOver() throws IOException {
        for (int i = 0; i < 101; i++) {
            device.write(i + ".jpg", "content " + i);
        }
        for (int i = 0; i < 5; i++) {
            device.upload(i + ".jpg");
        }
        assertThat(device.scan(true).scan().counts()).isEqualTo(new Counts(0, 101, 0, 5));
    }

    @Test
    void anEditIsReadAgainAndItsGuessForgotten() throws IOException {
        device.write("a.jpg", "a");
        device.upload("a.jpg");
        device.scan(true);
        device.write("a.jpg", "b", TAKEN.plusSeconds(60));

        assertThat(device.scan(true).scan().counts()).isEqualTo(new Counts(0, 1, 0, 0));
        assertThat(file("a.jpg").identity()).isEqualTo(new DeviceFile.Identity(checksumOf("b"), Provenance.HASHED));
        assertThat(file("a.jpg").presence().asset())
                .as("what it is now was never there")
                .isNull();
    }

    @Test
    void whatMayChangeWithoutItsTimeTellingIsReadAgain() throws IOException {
        device.write("fat.jpg", "a", device.now.minusSeconds(1));
        device.write("future.jpg", "b", device.now.plusSeconds(3_600));
        device.upload("fat.jpg");
        assertThat(device.scan(true).scan().counts())
                .as("not even a match is trusted")
                .isEqualTo(new Counts(0, 2, 0, 0));
        device.now = device.now.plusSeconds(10);
        assertThat(device.scan(true).scan().counts()).isEqualTo(new Counts(1, 1, 0, 0));
    }

    @Test
    void theMotionOfALivePhotoIsNoPhotoOfItsOwn() throws IOException {
        device.write("IMG_1.HEIC", "still id=7");
        device.write("IMG_1.MOV", "motion id=7");
        device.write("IMG_2.MOV", "a film");
        device.scan(true);
        assertThat(counts().motion()).isEqualTo(1);
        assertThat(counts().files()).isEqualTo(2);
        assertThat(file("IMG_1.MOV").identity()).isNull();
        device.scan(false);
        assertThat(file("IMG_1.MOV").identity()).isNotNull();
    }

    @Test
    void aScanThatWasStoppedGoesOn() throws IOException {
        for (int i = 0; i < 250; i++) {
            device.write(i + ".jpg", "content " + i);
        }
        assertThatThrownBy(() -> device.scan(device.photos, false, stopAfter("Hashing", 20)))
                .isInstanceOf(IllegalStateException.class);
        long before = device.shelves
                .transactions()
                .read(() -> device.shelves.files().listIdentified(null, "", 1_000))
                .size();
        assertThat(before).isBetween(20L, 249L);
        assertThat(device.scan(false).scan().counts()).isEqualTo(new Counts(0, 250 - before, 0, 0));
    }

    @Test
    void whatCannotBeLookedAtMakesTheScanIncompleteAndNothingGone() throws IOException {
        device.write("a.jpg", "a");
        Path link = Files.createSymbolicLink(device.root.resolve("link.jpg"), device.write("b.jpg", "b"));
        device.scan(false);
        Files.delete(device.root.resolve("a.jpg"));
        Files.delete(device.root.resolve("b.jpg"));

        var summary = device.scan(false);
        assertThat(summary.scan().complete()).isFalse();
        assertThat(summary.gone()).isZero();
        assertThat(device.complaints).extracting(Complaint::path).containsExactly(link.toString());

        Files.delete(link);
        assertThat(device.scan(false).gone()).isEqualTo(3);
    }

    @Test
    void aMissingOrEmptyOrForeignRootIsNotLookedAt() throws IOException {
        device.write("a.jpg", "a");
        device.scan(false);
        Path away = folder.resolve("away");
        Files.move(device.root, away);
        refuses("is it mounted?");
        Files.createDirectory(device.root);
        refuses(".heirloom-device is missing");
        RootMark.write(device.root, DeviceId.random());
        refuses("another device");
        Files.writeString(device.root.resolve(RootMark.NAME), "gibberish");
        refuses("does not say which device");

        device.registration().move(device.shelves.device(), away);
        assertThat(device.scan(false).scan().counts())
                .as("moved, nothing is new")
                .isEqualTo(NOTHING_NEW);
    }

    private void refuses(String reason) {
        assertThatThrownBy(() -> device.scan(false))
                .isInstanceOf(HeirloomException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void anEmptyRootWithoutMarkIsNotMounted() throws IOException {
        try (var unmarked = new DeviceFixture(folder.resolve("unmarked"))) {
            unmarked.registration().add("card", unmarked.root, false);
            Path photo = unmarked.write("a.jpg", "a");
            unmarked.scan(false);
            Files.delete(photo);
            var summary = unmarked.scan(false);
            assertThat(summary.scan().complete()).isFalse();
            assertThat(summary.gone()).isZero();
            assertThat(unmarked.root.resolve(RootMark.NAME)).doesNotExist();
        }
    }

    @Test
    void anotherCardInThePlaceOfOneWithoutMarkIsNoDeletion() throws IOException {
        try (var card = new DeviceFixture(folder.resolve("unmarked")).on(kind)) {
            card.registration().add("card", card.root, false);
            for (int i = 0; i < 30; i++) {
                card.write("IMG_%02d.jpg".formatted(i), "content " + i);
            }
            card.scan(false);
            Path away = Files.move(card.root, folder.resolve("away"));
            Path shot = Files.createDirectory(card.root).resolve("IMG_00.jpg");
            Files.writeString(shot, "on the other card");

            var summary = card.scan(false);
            assertThat(summary.scan().complete()).isFalse();
            assertThat(summary.gone()).isZero();
            assertThatThrownBy(() -> card.registration().move(card.shelves.device(), card.root))
                    .hasMessageContaining("not this device");

            card.registration().move(card.shelves.device(), away);
            for (int i = 0; i < 10; i++) {
                Files.delete(away.resolve("IMG_%02d.jpg".formatted(i)));
            }
            assertThat(card.scan(false).gone()).as("a third is a deletion").isEqualTo(10);
        }
    }

    @Test
    void anotherUserOrServerIsRefused() {
        var other = new FakePhotoServer().ownedBy(new RemoteUser(UserId.random(), "Eve", "eve@example.com", false));
        assertThatThrownBy(() -> device.scan(other, false, Progress.NONE))
                .isInstanceOfSatisfying(
                        HeirloomException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID))
                .hasMessageContaining("belongs to the user");
        device.photos.allowing(EnumSet.of(Permission.USER_READ));
        assertThatThrownBy(() -> device.scan(false)).hasMessageContaining("asset.read");
    }

    @Test
    void whatIsExcludedLaterDidNotGoAway() throws IOException {
        device.write("a.jpg", "a");
        device.write("Screenshots/b.jpg", "b");
        device.upload("Screenshots/b.jpg");
        device.scan(false);
        device.rules(new Scope(List.of("**/Screenshots/**"), List.of()));
        assertThat(device.scan(false).gone()).isZero();
        assertThat(counts().files()).isEqualTo(1);
        assertThat(counts().gone()).isZero();
    }

    @Test
    void portionsJoinWithoutAGap() throws IOException {
        for (int i = 0; i < 1_050; i++) {
            device.write("%04d.jpg".formatted(i), "content " + i);
            device.upload("%04d.jpg".formatted(i));
        }
        assertThat(device.scan(true).scan().counts()).isEqualTo(new Counts(1_050, 0, 0, 0));
    }

    private DeviceCounts counts() {
        return device.shelves.transactions().read(device.shelves.files()::counts);
    }

    private DeviceFile file(String path) {
        return device
                .shelves
                .transactions()
                .read(() -> List.of(
                        device.shelves.files().listIdentified(null, "", 1_000),
                        device.shelves.files().listUnidentified("", 1_000)))
                .stream()
                .flatMap(List::stream)
                .filter(found -> found.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static Progress stopAfter(String doomed, long allowed) {
        return new Progress() {
            private String stage = "";

            @Override
            public void begin(String newStage, String unit, OptionalLong total) {
                stage = newStage;
            }

            @Override
            public void advance(long count) {
                if (stage.equals(doomed) && count >= allowed) {
                    throw new IllegalStateException("stopped");
                }
            }

            @Override
            public void end() {}
        };
    }
}
