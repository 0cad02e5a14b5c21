package app.heirloom.tools.devices;

import static app.heirloom.tools.devices.DeviceFixture.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.device.Device.Scope;
import app.heirloom.library.device.JournalEntry;
import app.heirloom.library.device.JournalEntry.Step;
import app.heirloom.library.device.Rails;
import app.heirloom.library.device.Rails.Strictness;
import app.heirloom.library.device.RunId;
import app.heirloom.library.device.deletion.DeletionPlan;
import app.heirloom.library.device.deletion.DeletionPlan.Fate;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.RemoteServer.Kind;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.user.Permission;
import app.heirloom.tools.Progress;
import app.heirloom.tools.devices.deletion.DeletionRun;
import app.heirloom.tools.devices.deletion.DeletionRun.Ending;
import app.heirloom.tools.devices.deletion.RunRestoration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
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
class DeletionsTest {
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

    /** A photo that was on both sides, and is gone from the device since a scan. */
    private AssetId deleted(String path) throws IOException {
        AssetId asset = shared(path);
        device.scan(false);
        Files.delete(device.root.resolve(path));
        device.scan(false);
        return asset;
    }

    private AssetId shared(String path) throws IOException {
        device.write(path, "content of " + path);
        return device.upload(path);
    }

    /** The first run only tells. */
    private void rehearse() {
        assertThat(device.apply().ending()).isEqualTo(Ending.REHEARSED);
    }

    @Test
    void aDeletionWaitsIsRehearsedCarriedOverAndRestored() throws IOException {
        AssetId asset = deleted("a.jpg");
        assertThat(device.plan().waiting()).isEqualTo(1);
        assertThat(device.apply().ending()).isEqualTo(Ending.NOTHING_DUE);
        device.now = device.now.plus(Duration.ofDays(14));
        assertThat(device.plan().due()).hasSize(1);
        assertThatThrownBy(device::apply).as("the scan is old").hasMessageContaining("older than a day");
        device.scan(false);
        rehearse();
        assertThat(device.isTrashed(asset)).isFalse();

        DeletionRun.Summary run = device.apply();
        assertThat(run.ending()).isEqualTo(Ending.DONE);
        assertThat(run.trashed()).isEqualTo(1);
        assertThat(device.isTrashed(asset)).isTrue();
        assertThat(device.photos.assets().get(asset).tags())
                .singleElement()
                .satisfies(tag -> assertThat(tag.path()).isEqualTo(run.run().tag()));
        assertThat(steps(run.run())).containsExactly(Step.PLANNED, Step.TAGGED, Step.TRASHED);

        RunRestoration restoration = device.restoration();
        assertThat(restoration.restore(restoration.find(run.run().toString().substring(0, 20))))
                .isEqualTo(new RunRestoration.Summary(1, 0));
        assertThat(device.isTrashed(asset)).isFalse();
        assertThat(device.photos.assets().get(asset).tags()).isEmpty();
        device.scan(false);
        assertThat(device.plan().items())
                .as("what somebody took out of the trash stays out")
                .isEmpty();
        assertThat(restoration.restore(run.run())).isEqualTo(new RunRestoration.Summary(0, 0));
    }

    @Test
    void whoTakesItOutOfTheTrashHimselfIsNotContradicted() throws IOException {
        device.allowEverything(Strictness.STRICT);
        AssetId asset = deleted("a.jpg");
        rehearse();
        device.apply();
        device.photos.trash().restore(List.of(asset));
        device.scan(false);
        assertThat(device.plan().items()).isEmpty();
        device.write("a.jpg", "content of a.jpg");
        device.scan(false);
        Files.delete(device.root.resolve("a.jpg"));
        device.scan(false);
        assertThat(device.plan().due()).as("deleted once more").hasSize(1);
    }

    @Test
    void whatWasRenamedMovedCopiedOrIsBackIsNoDeletion() throws IOException {
        device.allowEverything(Strictness.AUTONOMOUS);
        for (String path : List.of("renamed.jpg", "moved.jpg", "copied.jpg", "back.jpg", "case.jpg")) {
            shared(path);
        }
        Files.copy(device.root.resolve("copied.jpg"), device.root.resolve("copy.jpg"));
        device.scan(true);
        Files.move(device.root.resolve("renamed.jpg"), device.root.resolve("other.jpg"));
        Files.createDirectories(device.root.resolve("2024"));
        Files.move(device.root.resolve("moved.jpg"), device.root.resolve("2024/moved.jpg"));
        Files.delete(device.root.resolve("copied.jpg"));
        Files.move(device.root.resolve("case.jpg"), device.root.resolve("CASE.JPG"));
        Path away = Files.move(device.root.resolve("back.jpg"), folder.resolve("back.jpg"));
        device.scan(true);
        Files.move(away, device.root.resolve("back.jpg"));
        assertThat(device.plan().items()).isEmpty();
    }

    @Test
    void whatWentWhereScansDoNotLookIsNoDeletion() throws IOException {
        device.allowEverything(Strictness.AUTONOMOUS);
        device.rules(new Scope(List.of("**/Private/**"), List.of()));
        List<String> places = List.of(".trash/a.jpg", ".trashed-1767225600-b.jpg", "DCIM/Private/c.jpg", "d.jpg.old");
        for (int i = 0; i < places.size(); i++) {
            shared(i + ".jpg");
        }
        device.scan(false);
        for (int i = 0; i < places.size(); i++) {
            Path place = device.root.resolve(places.get(i));
            Files.createDirectories(place.getParent());
            Files.move(device.root.resolve(i + ".jpg"), place);
        }
        assertThat(device.scan(false).gone()).isEqualTo(places.size());
        assertThat(device.plan().items()).isEmpty();
        for (String place : places) {
            Files.delete(device.root.resolve(place));
        }
        Files.createSymbolicLink(device.root.resolve("DCIM/Private/broken.jpg"), folder.resolve("nowhere"));
        assertThat(device.plan().due())
                .as("what may be unreadable where nobody looks holds nothing up")
                .hasSize(places.size());
    }

    @Test
    void aWrongGuessAboutAnotherFileHidesNothing() throws IOException {
        device.allowEverything(Strictness.AUTONOMOUS);
        AssetId asset = shared("a.jpg");
        device.scan(false);
        AssetId decoy = device.uploaded("b.jpg", "decoy of a.jpg??");
        assertThat(device.photos.get(decoy).original().sizeInBytes())
                .isEqualTo(device.photos.get(asset).original().sizeInBytes());
        Files.move(device.root.resolve("a.jpg"), device.root.resolve("b.jpg"));
        assertThat(device.scan(true).scan().counts().imputed())
                .as("b.jpg is taken for the decoy")
                .isEqualTo(1);
        assertThat(device.plan().items()).isEmpty();
    }

    @Test
    void whatCameBackUnderAnotherNameAfterTheScanIsNoDeletion() throws IOException {
        device.allowEverything(Strictness.AUTONOMOUS);
        deleted("a.jpg");
        device.write("Download/received.jpg", "content of a.jpg");
        assertThat(device.plan().items()).isEmpty();
    }

    @Test
    void whileSomethingCannotBeReadNothingGoes() throws IOException {
        device.allowEverything(Strictness.AUTONOMOUS);
        deleted("a.jpg");
        assertThat(device.plan().due()).hasSize(1);
        Files.createSymbolicLink(device.root.resolve("broken.jpg"), folder.resolve("nowhere"));
        assertThat(device.plan().held()).isEqualTo(1);
    }

    @Test
    void whatWasNeverThereOrIsGoneThereTooIsNoDeletion() throws IOException {
        device.allowEverything(Strictness.AUTONOMOUS);
        device.write("never.jpg", "never");
        AssetId trashed = shared("trashed.jpg");
        AssetId gone = shared("gone.jpg");
        device.write("IMG_1.HEIC", "still id=7");
        device.write("IMG_1.MOV", "motion id=7");
        device.upload("IMG_1.MOV");
        device.scan(false);
        for (String path : List.of("never.jpg", "trashed.jpg", "gone.jpg", "IMG_1.MOV")) {
            Files.delete(device.root.resolve(path));
        }
        device.uploaded("never.jpg", "never");
        device.photos.trash().put(List.of(trashed));
        device.photos.trash().remove(List.of(gone));
        device.scan(false);
        assertThat(device.plan().items())
                .as("what came there after it went here was not deleted here")
                .isEmpty();
    }

    @Test
    void moreThanTheLimitIsHeldUntilExactlySoManyAreApproved() throws IOException {
        device.rules(new Rails(Duration.ZERO, 1, 1, Strictness.STRICT));
        List<AssetId> assets = new ArrayList<>(List.of(shared("a.jpg"), shared("b.jpg"), shared("c.jpg")));
        device.scan(false);
        for (String name : List.of("a.jpg", "b.jpg", "c.jpg")) {
            Files.delete(device.root.resolve(name));
        }
        device.scan(false);
        rehearse();
        assertThat(device.apply().ending()).isEqualTo(Ending.HELD);
        assertThat(device.apply(device.photos, OptionalLong.of(2)).ending()).isEqualTo(Ending.HELD);
        assertThat(assets).noneMatch(device::isTrashed);
        assertThat(device.apply(device.photos, OptionalLong.of(3)).trashed()).isEqualTo(3);
        assertThat(assets).allMatch(device::isTrashed);
    }

    @Test
    void onlyWhatIsInAnAlbumOfTheScopeGoes() throws IOException {
        device.allowEverything(Strictness.STRICT);
        AssetId inAlbum = shared("a.jpg");
        shared("b.jpg");
        var album = device.photos.albums().create("Camera", "");
        device.photos.albums().add(album.id(), List.of(inAlbum));
        device.rules(new Scope(List.of(), List.of("Camera")));
        device.scan(false);
        Files.delete(device.root.resolve("a.jpg"));
        Files.delete(device.root.resolve("b.jpg"));
        device.scan(false);
        DeletionPlan plan = device.plan();
        assertThat(plan.due())
                .singleElement()
                .satisfies(deletion -> assertThat(deletion.asset().id()).isEqualTo(inAlbum));
        assertThat(plan.held()).isEqualTo(1);
    }

    @Test
    void whatWasReencodedIsHeldAndAPairOfRawAndJpegIsNot() throws IOException {
        device.allowEverything(Strictness.TRUSTING);
        shared("a.heic");
        shared("raw.dng");
        shared("raw.jpg");
        device.scan(false);
        Files.delete(device.root.resolve("a.heic"));
        Files.delete(device.root.resolve("raw.dng"));
        device.write("a.jpg", "re-encoded");
        device.scan(false);
        DeletionPlan plan = device.plan();
        assertThat(plan.due())
                .singleElement()
                .satisfies(due -> assertThat(due.path()).isEqualTo("raw.dng"));
        assertThat(plan.items())
                .filteredOn(item -> item.fate() instanceof Fate.Held)
                .singleElement()
                .satisfies(item -> assertThat(item.deletion().path()).isEqualTo("a.heic"));
    }

    @Test
    void guessesThatTheServerContradictsAreHeld() throws IOException {
        device.allowEverything(Strictness.AUTONOMOUS);
        AssetId asset = shared("a.jpg");
        device.scan(true);
        Files.delete(device.root.resolve("a.jpg"));
        RemoteAsset there = device.photos.get(asset);
        device.photos.replace(
                there.withOriginal(there.original().withContent(there.original().checksum(), 99_999)));
        device.scan(true);
        assertThat(device.plan().held()).isEqualTo(1);
    }

    @Test
    void anEditIsNoDeletion() throws IOException {
        device.allowEverything(Strictness.AUTONOMOUS);
        AssetId asset = shared("a.jpg");
        device.scan(false);
        device.write("a.jpg", "edited", TAKEN.plusSeconds(5));
        device.scan(false);
        Files.delete(device.root.resolve("a.jpg"));
        device.scan(false);
        assertThat(device.plan().items()).isEmpty();
        assertThat(device.isTrashed(asset)).isFalse();
    }

    @Test
    void whatChangesBetweenPlanAndRunStays() throws IOException {
        device.allowEverything(Strictness.STRICT);
        AssetId back = shared("back.jpg");
        AssetId replaced = shared("replaced.jpg");
        device.scan(false);
        Path away = Files.move(device.root.resolve("back.jpg"), folder.resolve("back.jpg"));
        Files.delete(device.root.resolve("replaced.jpg"));
        device.scan(false);
        rehearse();
        DeletionPlan plan = device.plan();
        Files.move(away, device.root.resolve("back.jpg"));
        RemoteAsset there = device.photos.get(replaced);
        device.photos.replace(there.withOriginal(there.original().withContent(DeviceFixture.checksumOf("another"), 7)));
        PhotoServer asked = DyingServer.of(device.photos);
        var summary =
                new DeletionRun(asked, device.shelves, Progress.NONE, () -> device.now).run(plan, OptionalLong.empty());
        assertThat(summary.failed()).isEqualTo(2);
        assertThat(List.of(back, replaced)).noneMatch(device::isTrashed);
    }

    @Test
    void aRunThatWasStoppedIsFinishedByTheNextAndCanBeRestored() throws IOException {
        device.allowEverything(Strictness.STRICT);
        AssetId asset = deleted("a.jpg");
        rehearse();
        PhotoServer dying = DyingServer.of(device.photos);
        assertThatThrownBy(() -> device.apply(dying, OptionalLong.empty())).isInstanceOf(HeirloomException.class);
        assertThat(device.isTrashed(asset)).as("done, but not noted").isTrue();
        RunId run = device.shelves
                .transactions()
                .read(() -> device.shelves.devices().listRuns(""))
                .getLast();
        assertThat(device.restoration().restore(run)).isEqualTo(new RunRestoration.Summary(1, 0));
        device.scan(false);
        assertThat(device.plan().items()).isEmpty();
    }

    @Test
    void aKeyThatIsRevokedAtAnyMomentOfARunLosesNothing() throws IOException {
        device.allowEverything(Strictness.STRICT);
        List<AssetId> assets = new ArrayList<>(List.of(shared("a.jpg"), shared("b.jpg")));
        AssetId kept = shared("c.jpg");
        device.scan(false);
        Files.delete(device.root.resolve("a.jpg"));
        Files.delete(device.root.resolve("b.jpg"));
        device.scan(false);
        rehearse();
        int calls = 0;
        boolean isDone = false;
        while (!isDone) {
            PhotoServer revoked = RevokedKey.after(calls++, device.photos);
            try {
                isDone = device.apply(revoked, OptionalLong.empty()).ending() == Ending.NOTHING_DUE;
                device.scan(false);
            } catch (HeirloomException e) {
                assertThat(e.code()).isEqualTo(ErrorCode.UNAUTHENTICATED);
            }
        }
        assertThat(calls).as("it was revoked at many a moment").isGreaterThan(3);
        assertThat(assets).allMatch(device::isTrashed);
        assertThat(device.isTrashed(kept)).isFalse();
        for (RunId run : device.shelves
                .transactions()
                .read(() -> device.shelves.devices().listRuns(""))) {
            device.restoration().restore(run);
        }
        assertThat(assets).noneMatch(device::isTrashed);
    }

    @Test
    void withoutPermissionNothingBegins() throws IOException {
        device.allowEverything(Strictness.STRICT);
        deleted("a.jpg");
        rehearse();
        device.photos.allowing(EnumSet.of(Permission.USER_READ, Permission.ASSET_READ));
        assertThatThrownBy(device::apply)
                .isInstanceOfSatisfying(
                        HeirloomException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN))
                .hasMessageContaining("asset.delete");
    }

    @Test
    void withoutACompleteScanThereIsNoPlan() {
        assertThatThrownBy(device::plan).hasMessageContaining("No scan has seen all");
    }

    @Test
    void runsAreFoundByTheirBeginningAlone() {
        assertThatThrownBy(() -> device.restoration().find("beef"))
                .isInstanceOfSatisfying(
                        HeirloomException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    private List<Step> steps(RunId run) {
        List<Step> steps = new ArrayList<>();
        device.shelves.transactions().read(() -> {
            device.shelves.devices().forEachEntry(Optional.of(run), (JournalEntry entry) -> steps.add(entry.step()));
            return true;
        });
        return steps;
    }
}
