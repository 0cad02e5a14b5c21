package app.heirloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.Frame;
import app.heirloom.library.metadata.MetadataEdits;
import app.heirloom.library.metadata.edit.AssetEdit;
import app.heirloom.library.remote.RemoteServer;
import app.heirloom.library.remote.album.RemoteAlbum;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.testkit.remote.standin.Fault;
import app.heirloom.testkit.remote.standin.StandInServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What immich-dupes 1.2 gets wrong, defect by defect from a to o; the program against a stand-in. */
class DefectsTest {
    private static final Capture TAKEN = new Capture(LocalDateTime.parse("2020-02-03T04:05:06"), "UTC+02:00", null);

    @TempDir
    private Path folder;

    private final FakePhotoServer photos = new FakePhotoServer();
    private final StandInServer server = StandInServer.start(photos);
    private AssetId keeper = AssetId.random();
    private AssetId loser = AssetId.random();

    @BeforeEach
    void fill() {
        keeper = photos.add("keeper.jpg", new byte[30]).id();
        loser = photos.add("loser.jpg", new byte[20]).id();
        photos.group(List.of(keeper, loser));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private DupesProgram.Said run(Object... arguments) {
        return DupesProgram.of(server, folder).run(arguments);
    }

    private Path analysis() {
        return folder.resolve("analysis.json");
    }

    private Path backup() {
        return folder.resolve("backup");
    }

    private void analyze() {
        assertThat(run("analyze", "-o", analysis())).extracting("code").isEqualTo(ExitCode.DONE);
    }

    private DupesProgram.Said execute(Object... more) {
        return run(Stream.concat(Stream.of("execute", "-i", analysis(), "-b", backup(), "--yes"), Stream.of(more))
                .toArray());
    }

    private void say(AssetId id, MetadataEdits edits) {
        photos.assets().edit(id, new AssetEdit(null, null, edits));
    }

    private boolean isKept(AssetId id) {
        return photos.find(id).filter(asset -> !asset.state().trashed()).isPresent();
    }

    private List<Path> filesOf(Path parent) throws IOException {
        try (Stream<Path> files = Files.walk(parent)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    @Test
    void aKeeperThatIsGoneSavesItsLosers() { // a
        analyze();
        photos.trash().remove(List.of(keeper));
        var said = execute("--force");
        assertThat(said.code()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(said.text()).contains("keeper.jpg", "is gone");
        assertThat(isKept(loser)).isTrue();
    }

    @Test
    void aConsolidationThatFailsRemovesNothing() throws IOException { // b
        try (var library = new StandInLibrary(folder, 3, 2)) {
            var analyzed = library.analyze();
            library.server.faults().always("PUT /api/assets/[^/]+", Fault.ERROR);
            assertThat(library.execute(analyzed).failed()).isEqualTo(1);
            assertThat(library.losers)
                    .allSatisfy(id -> assertThat(library.photos.find(id)).isPresent());
            assertThat(library.server.requests()).doesNotContain("DELETE /api/assets");
        }
    }

    @Test
    void anEmptyDescriptionIsNone() { // c
        say(keeper, new MetadataEdits("", null, null, null));
        say(loser, new MetadataEdits("Forum", null, null, null));
        analyze();
        assertThat(execute().code()).isEqualTo(ExitCode.DONE);
        assertThat(photos.get(keeper).exif().caption().description()).isEqualTo("Forum");
    }

    @Test
    void theZoneGoesWithTheDateAndByItself() { // d
        say(loser, new MetadataEdits(null, null, null, TAKEN));
        AssetId dated = photos.add("dated.jpg", new byte[31]).id();
        AssetId zoned = photos.add("zoned.jpg", new byte[21]).id();
        photos.group(List.of(dated, zoned));
        say(zoned, new MetadataEdits(null, null, null, TAKEN));
        say(dated, new MetadataEdits(null, null, null, new Capture(TAKEN.local(), null, null)));
        analyze();
        assertThat(execute().code()).isEqualTo(ExitCode.DONE);
        assertThat(photos.get(keeper).exif().capture()).isEqualTo(TAKEN);
        assertThat(photos.get(dated).exif().capture()).isEqualTo(TAKEN);
    }

    @Test
    void asManyGroupsAsAreWantedAreWorkedOnAtOnce() { // e
        for (int i = 1; i < 8; i++) {
            AssetId best = photos.add(i + "-keeper.jpg", new byte[100 + i]).id();
            photos.group(
                    List.of(best, photos.add(i + "-loser.jpg", new byte[50 + i]).id()));
        }
        analyze();
        server.setLatency(Duration.ofMillis(20));
        assertThat(execute("--concurrent=4").code()).isEqualTo(ExitCode.DONE);
        assertThat(server.mostAtOnce()).isBetween(2, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WRONG_BYTES", "HALF_ANSWER"})
    void whatIsNotTheOriginalNeitherStaysNorCounts(Fault fault) throws IOException { // f
        try (var library = new StandInLibrary(folder, 3, 2)) {
            var analyzed = library.analyze();
            library.server.faults().always("GET /api/assets/[^/]+/original", fault);
            assertThat(library.execute(analyzed).failed()).isEqualTo(1);
            assertThat(library.server.requests()).doesNotContain("DELETE /api/assets");
            assertThat(filesOf(library.backup()))
                    .extracting(file -> file.getFileName().toString())
                    .noneMatch(name -> name.endsWith(".jpg") || name.endsWith(".part"));
        }
    }

    @Test
    void whatComesBackHasItsNameAndNothingBeforeIt() { // g
        byte[] content = photos.bytesOf(loser);
        analyze();
        execute("--force");
        assertThat(run("restore", "-b", backup()).code()).isEqualTo(ExitCode.DONE);
        RemoteAsset again = again("loser.jpg");
        assertThat(photos.bytesOf(again.id())).isEqualTo(content);
    }

    private RemoteAsset again(String fileName) {
        return photos.all().stream()
                .filter(asset -> asset.original().fileName().equals(fileName))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatWasOnlyTrashedIsTakenOutOfTheTrash() { // h
        analyze();
        execute();
        assertThat(isKept(loser)).isFalse();
        assertThat(run("restore", "-b", backup()).code()).isEqualTo(ExitCode.DONE);
        assertThat(isKept(loser)).isTrue();
    }

    @Test
    void whatWasDeletedComesBackWithAllThatWasKnown() { // i
        say(loser, new MetadataEdits("Forum", 4, new Coordinates(41.9, 12.5), TAKEN));
        photos.assets().edit(loser, new AssetEdit(null, true, MetadataEdits.NONE));
        photos.albums().add(photos.albums().create("Rome", "").id(), List.of(loser));
        var tag = photos.tags().upsert(List.of("trip/rome")).getFirst();
        photos.tags().attach(tag.id(), List.of(loser));
        RemoteAsset before = photos.get(loser);
        analyze();
        execute("--force");
        assertThat(photos.find(loser)).isEmpty();
        assertThat(run("restore", "-b", backup()).code()).isEqualTo(ExitCode.DONE);
        RemoteAsset again = again("loser.jpg");
        assertThat(again.exif()).isEqualTo(before.exif());
        assertThat(again.times().captured()).isEqualTo(before.times().captured());
        assertThat(again.times().fileModified()).isEqualTo(before.times().fileModified());
        assertThat(again.state().favorite()).isTrue();
        assertThat(photos.assets().get(again.id()).tags()).containsExactly(tag);
        assertThat(photos.albums().listOf(again.id()))
                .extracting(RemoteAlbum::name)
                .containsExactly("Rome");
    }

    @Test
    void aVerificationThatFindsSomethingEndsWithACodeForScripts() { // j
        analyze();
        var said = run("verify", analysis());
        assertThat(said.code()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(said.text()).contains("the loser loser.jpg", "is still there");
    }

    @Test
    void fileNamesStayInTheBackup() throws IOException { // k
        AssetId best = photos.add("best.jpg", new byte[40]).id();
        photos.group(List.of(best, photos.add("../../../evil.jpg", new byte[39]).id()));
        analyze();
        assertThat(execute().code()).isEqualTo(ExitCode.DONE);
        assertThat(filesOf(folder)).allMatch(file -> file.equals(analysis()) || file.startsWith(backup()));
        assertThat(filesOf(backup())).anyMatch(file -> file.toString().endsWith("evil.jpg"));
    }

    @Test
    void addressAndKeyMayComeFromDifferentPlaces() throws IOException { // l
        Path file = Files.writeString(folder.resolve("server.conf"), "api-key=" + StandInServer.KEY);
        String[] arguments = {"dupes", "analyze", "-o", analysis().toString(), "--server-file", file.toString()};
        assertThat(CliMain.run(arguments, Map.of("IMMICH_URL", server.url()))).isEqualTo(ExitCode.DONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void videosOfEitherVersionAreUnderstood(int major) { // m
        photos.as(new RemoteServer(URI.create("http://photos.test"), RemoteServer.Kind.IMMICH, major, 2, 0));
        Frame frame = new Frame(new Dimensions(40, 30), null, Duration.ofMillis(83_500), null, null);
        Exif none = Exif.UNKNOWN;
        photos.replace(photos.get(loser)
                .withExif(new Exif(
                        none.camera(), none.exposure(), none.capture(), none.location(), none.caption(), frame)));
        try (var fresh = StandInServer.start(photos)) {
            assertThat(DupesProgram.of(fresh, folder)
                            .run("analyze", "-o", analysis())
                            .code())
                    .isEqualTo(ExitCode.DONE);
        }
    }

    @Test
    void groupsThatContradictEachOtherAreLeftUnlessWanted() { // n
        say(keeper, new MetadataEdits(null, null, new Coordinates(51.5, -0.1), null));
        say(loser, new MetadataEdits(null, null, new Coordinates(48.8, 2.3), null));
        analyze();
        var said = execute();
        assertThat(said.code()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(said.text()).contains("contradict each other");
        assertThat(isKept(loser)).isTrue();
        assertThat(execute("--include-review").code()).isEqualTo(ExitCode.DONE);
        assertThat(isKept(loser)).isFalse();
    }

    @Test
    void aGroupThatHasOtherMembersNowIsSkippedAndSaid() { // o
        analyze();
        photos.group(List.of(loser, photos.add("new.jpg", new byte[5]).id()));
        var said = execute();
        assertThat(said.code()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(said.text()).contains("loser.jpg", "is no longer in the group");
        assertThat(isKept(loser)).isTrue();
    }
}
