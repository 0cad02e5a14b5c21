package app.heirloom.tools.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.metadata.Caption;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.Location;
import app.heirloom.library.person.FaceBox;
import app.heirloom.library.remote.album.RemoteAlbum;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.person.RemotePerson;
import app.heirloom.library.user.Permission;
import app.heirloom.tools.backup.BackupFolder;
import app.heirloom.tools.duplicates.AnalysisFile;
import app.heirloom.tools.resolution.report.ExecutionSummary;
import app.heirloom.tools.resolution.report.GroupOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutionTest {
    @TempDir
    private Path folder;

    private ExecutedLibrary library;
    private RemoteAsset keeper;
    private RemoteAsset loser;

    @BeforeEach
    void fill() {
        library = new ExecutedLibrary(folder);
        keeper = library.add("keeper.jpg", 30);
        loser = library.add("loser.jpg", 20);
        library.photos.group(List.of(keeper.id(), loser.id()));
    }

    private void tell(RemoteAsset asset, Exif exif) {
        RemoteAsset now = library.photos.get(asset.id());
        library.photos.replace(now.withExif(exif).withState(now.state().withFavorite(true)));
    }

    private static Exif known(String description) {
        Exif none = Exif.UNKNOWN;
        return new Exif(
                none.camera(),
                none.exposure(),
                new Capture(LocalDateTime.parse("2020-02-03T04:05:06"), "UTC+2", null),
                Location.of(new Coordinates(51.5, -0.1)),
                new Caption(description, 4, List.of()),
                none.frame());
    }

    private static Exif described(String description) {
        Exif none = Exif.UNKNOWN;
        return new Exif(
                none.camera(),
                none.exposure(),
                none.capture(),
                none.location(),
                new Caption(description, null, List.of()),
                none.frame());
    }

    private RemoteAsset kept() {
        return library.photos.get(keeper.id());
    }

    private boolean isTrashed(RemoteAsset asset) {
        return library.photos.get(asset.id()).state().trashed();
    }

    private GroupOutcome outcome() {
        return library.reports.getFirst().outcome();
    }

    @Test
    void theKeeperGetsWhatTheLosersKnowAndTheLosersGoToTheTrash() throws IOException {
        tell(loser, known("Forum"));
        RemoteAlbum album = library.photos.albums().create("Rome", "");
        library.photos.albums().add(album.id(), List.of(loser.id()));
        var tag = library.photos.tags().upsert(List.of("trip/rome")).getFirst();
        library.photos.tags().attach(tag.id(), List.of(loser.id()));
        RemotePerson bea = library.photos.people().create("Bea");
        library.photos.addFace(loser.id(), new FaceBox(new Dimensions(40, 30), 1, 2, 9, 12), bea);
        AnalysisFile analysis = library.analyze();

        ExecutionSummary summary = library.execute(analysis, false);

        assertThat(summary).isEqualTo(new ExecutionSummary(1, 0, 0, 0, 1, 20));
        assertThat(isTrashed(loser)).isTrue();
        assertThat(kept().exif().caption()).isEqualTo(new Caption("Forum", 4, List.of()));
        assertThat(kept().exif().coordinates()).isEqualTo(new Coordinates(51.5, -0.1));
        assertThat(kept().exif().capture().zone()).isEqualTo("UTC+2");
        assertThat(kept().state().favorite()).isTrue();
        var whole = library.photos.assets().get(keeper.id());
        assertThat(whole.tags()).containsExactly(tag);
        assertThat(whole.people()).containsExactly(bea);
        assertThat(library.photos.albums().listOf(keeper.id()))
                .extracting(RemoteAlbum::name)
                .containsExactly("Rome");
        assertThat(originals())
                .singleElement()
                .satisfies(file -> assertThat(file).hasBinaryContent(library.photos.bytesOf(loser.id())));
        assertThat(library.verify(analysis)).isEmpty();
    }

    private List<Path> originals() throws IOException {
        try (Stream<Path> files = Files.walk(library.backup())) {
            return files.filter(file -> file.toString().endsWith(".jpg")).toList();
        }
    }

    @Test
    void restoreBringsBackWhatWasTrashedAndTakesBackWhatWasGiven() {
        tell(loser, described("Forum"));
        RemoteAlbum album = library.photos.albums().create("Rome", "");
        library.photos.albums().add(album.id(), List.of(loser.id()));
        RemotePerson bea = library.photos.people().create("Bea");
        library.photos.addFace(loser.id(), new FaceBox(new Dimensions(40, 30), 1, 2, 9, 12), bea);
        Map<AssetId, String> before = library.state();
        AnalysisFile analysis = library.analyze();
        library.execute(analysis, false);
        assertThat(library.state()).isNotEqualTo(before);
        Map<AssetId, String> executed = library.state();
        assertThat(library.restore(true)).as("a dry run tells").isNotEmpty();
        assertThat(library.state()).as("and does nothing").isEqualTo(executed);

        library.restore(false);
        assertThat(library.state()).isEqualTo(before);
        assertThat(library.restore(false)).as("nothing is left to do").isEmpty();
        assertThat(library.verify(analysis)).isNotEmpty();
        assertThat(library.execute(analysis, false).done())
                .as("and all begins anew")
                .isEqualTo(1);
    }

    @Test
    void restoreSendsWhatWasDeletedForGoodWithAllThatWasKnown() {
        tell(loser, known("Forum"));
        RemoteAlbum album = library.photos.albums().create("Rome", "");
        library.photos.albums().add(album.id(), List.of(loser.id()));
        RemoteAsset before = library.photos.get(loser.id());
        byte[] bytes = library.photos.bytesOf(loser.id());
        library.execute(library.analyze(), true);
        assertThat(library.photos.find(loser.id())).isEmpty();

        assertThat(library.restore(false)).anyMatch(note -> note.contains("the place"));
        var match = library.photos
                .originals()
                .listByChecksum(List.of(before.original().checksum()))
                .getFirst();
        RemoteAsset again = library.photos.get(match.asset());
        assertThat(library.photos.bytesOf(match.asset())).isEqualTo(bytes);
        assertThat(again.exif()).isEqualTo(before.exif());
        assertThat(again.times().fileModified()).isEqualTo(before.times().fileModified());
        assertThat(again.state().favorite()).isTrue();
        assertThat(again.original().fileName()).isEqualTo("loser.jpg");
        assertThat(library.photos.albums().listOf(match.asset())).hasSize(1);
        assertThat(library.restore(false)).isEmpty();
    }

    @Test
    void whatOthersChangedSinceIsNotTakenBack() {
        tell(loser, described("Forum"));
        library.execute(library.analyze(), false);
        library.photos.replace(kept().withExif(described("Forum Romanum")));
        library.restore(false);
        assertThat(kept().exif().caption().description()).isEqualTo("Forum Romanum");
        assertThat(kept().state().favorite()).isFalse();
    }

    @Test
    void aKeeperThatIsGoneKeepsTheLosers() {
        AnalysisFile analysis = library.analyze();
        library.photos.trash().remove(List.of(keeper.id()));
        assertThat(library.execute(analysis, true).skipped()).isEqualTo(1);
        assertThat(isTrashed(loser)).isFalse();
        assertThat(library.verify(analysis).values()).singleElement().asString().contains("CRITICAL", "is gone");
    }

    @Test
    void anEmptyDescriptionIsNone() {
        library.photos.replace(
                keeper.withState(library.photos.get(keeper.id()).state()).withExif(described("")));
        tell(loser, described("Forum"));
        library.execute(library.analyze(), false);
        assertThat(kept().exif().caption().description()).isEqualTo("Forum");
    }

    @Test
    void groupsThatContradictEachOtherAreLeftUnlessWanted() {
        tell(keeper, known("x"));
        Exif elsewhere = known("x");
        tell(
                loser,
                new Exif(
                        elsewhere.camera(),
                        elsewhere.exposure(),
                        elsewhere.capture(),
                        Location.of(new Coordinates(48.8, 2.3)),
                        elsewhere.caption(),
                        elsewhere.frame()));
        AnalysisFile analysis = library.analyze();
        assertThat(library.execute(analysis, false).skipped()).isEqualTo(1);
        assertThat(library.execute(analysis, new ExecutionSettings(false, true, false, 1))
                        .done())
                .isEqualTo(1);
        assertThat(kept().exif().coordinates()).isEqualTo(new Coordinates(51.5, -0.1));
    }

    @Test
    void aGroupThatChangedSinceTheAnalysisIsSkippedAndSaid() {
        AnalysisFile analysis = library.analyze();
        library.photos.group(List.of(keeper.id(), library.add("new.jpg", 5).id()));
        assertThat(library.execute(analysis, false).skipped()).isEqualTo(1);
        assertThat(outcome())
                .isEqualTo(new GroupOutcome.Skipped("keeper.jpg (" + keeper.id() + ") is no longer in the group"));
        assertThat(isTrashed(loser)).isFalse();
    }

    @Test
    void losersInExternalLibrariesAreLeftAlone() {
        library.photos.makeExternal(loser.id(), new LibraryId(AssetId.random().value()));
        AnalysisFile analysis = library.analyze();
        assertThat(library.execute(analysis, false).skipped()).isEqualTo(1);
        assertThat(((GroupOutcome.Skipped) outcome()).reason()).contains("external libraries");
        assertThat(isTrashed(loser)).isFalse();
        assertThat(library.verify(analysis)).isEmpty();
    }

    @Test
    void aKeeperInAnExternalLibraryTakesNoMetadata() {
        tell(loser, described("Forum"));
        library.photos.makeExternal(keeper.id(), new LibraryId(AssetId.random().value()));
        AnalysisFile analysis = library.analyze();
        assertThat(library.execute(analysis, false).skipped()).isEqualTo(1);
        assertThat(((GroupOutcome.Skipped) outcome()).reason()).contains("keeper is in an external library");
        assertThat(isTrashed(loser)).isFalse();
    }

    @Test
    void aDryRunTellsAndDoesNothing() {
        tell(loser, described("Forum"));
        Map<AssetId, String> before = library.state();
        assertThat(library.execute(library.analyze(), new ExecutionSettings(false, false, true, 2))
                        .done())
                .isEqualTo(1);
        assertThat(((GroupOutcome.Possible) outcome()).gain().edit().metadata().description())
                .isEqualTo("Forum");
        assertThat(library.state()).isEqualTo(before);
        assertThat(library.backup()).doesNotExist();
    }

    @Test
    void whatIsMissingInTheKeyIsNamedBeforeAnythingIsDone() {
        AnalysisFile analysis = library.analyze();
        library.photos.allowing(Set.of(Permission.USER_READ, Permission.ASSET_READ));
        assertThatThrownBy(() -> library.execute(analysis, false))
                .isInstanceOf(HeirloomException.class)
                .hasMessageContaining("asset.delete")
                .hasMessageContaining("albumAsset.create");
    }

    @Test
    void aFullDiskStopsTheRunAndNothingIsRemoved() throws IOException {
        AnalysisFile analysis = library.analyze();
        Path group = Files.createDirectories(library.backup().resolve(groupId(analysis)));
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "no /dev/full here");
        Files.createSymbolicLink(group.resolve(loser.id() + "_loser.jpg.part"), full);
        assertThatThrownBy(() -> library.execute(analysis, true))
                .isInstanceOfSatisfying(
                        HeirloomException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_FULL));
        assertThat(isTrashed(loser)).isFalse();
        assertThat(library.execute(analysis, true).done())
                .as("once there is room")
                .isEqualTo(1);
    }

    private static String groupId(AnalysisFile analysis) {
        List<String> ids = new ArrayList<>();
        analysis.forEach(group -> ids.add(group.id().toString()));
        return ids.getFirst();
    }

    @Test
    void anOriginalThatWasDamagedInTheBackupIsFetchedAgain() throws IOException {
        AnalysisFile analysis = library.analyze();
        library.execute(analysis, false);
        Files.write(originals().getFirst(), new byte[3]);
        library.restore(false);
        library.execute(analysis, true);
        assertThat(originals())
                .singleElement()
                .satisfies(file -> assertThat(Files.size(file)).isEqualTo(20));
    }

    @Test
    void theStatusAddsUp() {
        library.execute(library.analyze(), false);
        try (var backup = BackupFolder.open(library.backup())) {
            assertThat(BackupStatus.of(backup)).isEqualTo(new BackupStatus(1, 0, Map.of(), 1, 20));
        }
    }
}
