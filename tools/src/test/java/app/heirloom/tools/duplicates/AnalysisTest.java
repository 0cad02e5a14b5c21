package app.heirloom.tools.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.duplicate.KeeperRules;
import app.heirloom.library.duplicate.merge.MetadataConflict;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.Location;
import app.heirloom.library.remote.RemoteUser;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.RemoteOriginal;
import app.heirloom.library.user.Permission;
import app.heirloom.library.user.UserId;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.testkit.remote.RemoteSamples;
import app.heirloom.tools.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalysisTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    private Path folder;

    private final FakePhotoServer photos = new FakePhotoServer();
    private RemoteAsset small = sample("small.jpg");
    private RemoteAsset large = sample("large.jpg");
    private DuplicateGroupId group = DuplicateGroupId.random();

    @BeforeEach
    void fill() {
        small = add(sample("small.jpg"), new Dimensions(100, 100), 10);
        large = add(sample("large \"1\".jpg"), new Dimensions(200, 200), 30);
        group = photos.group(List.of(small.id(), large.id()));
    }

    @Test
    void tellsWhatToKeepAndWhy() {
        AlbumId rome = photos.albums().create("Rome", "").id();
        photos.albums().add(rome, List.of(small.id(), large.id()));
        photos.albums().add(photos.albums().create("Best", "").id(), List.of(large.id()));
        List<AnalyzedGroup> groups = new ArrayList<>();

        AnalysisSummary summary = analysis(KeeperRules.DEFAULT).run(groups::add);

        assertThat(summary).isEqualTo(new AnalysisSummary(1, 2, 0, 0, 0, 10));
        AnalyzedGroup found = groups.getFirst();
        assertThat(found.id()).isEqualTo(group);
        assertThat(found.keeper().id()).isEqualTo(large.id());
        assertThat(found.keeper().file().checksum()).isEqualTo(large.original().checksum());
        assertThat(found.keeper().albums()).containsExactly("Rome", "Best");
        assertThat(found.losers()).extracting(AnalyzedAsset::id).containsExactly(small.id());
        assertThat(found.reason()).contains("most pixels");
        assertThat(found.needsReview()).isFalse();
    }

    @Test
    void followsTheRulesThatAreGiven() {
        photos.albums().add(photos.albums().create("Best", "").id(), List.of(small.id()));
        List<AnalyzedGroup> groups = new ArrayList<>();
        analysis(KeeperRules.parse("album=Best")).run(groups::add);
        assertThat(groups.getFirst().keeper().id()).isEqualTo(small.id());
    }

    @Test
    void theSummaryAddsUp() {
        photos.replace(at(large, new Coordinates(51.5, -0.1)));
        photos.replace(at(small, new Coordinates(48.8, 2.3)));
        RemoteAsset external = add(sample("external.jpg"), new Dimensions(50, 50), 7);
        RemoteAsset other = add(sample("other.jpg"), new Dimensions(40, 40), 5);
        RemoteAsset third = add(sample("third.jpg"), new Dimensions(30, 30), 3);
        photos.group(List.of(external.id(), other.id(), third.id()));
        photos.makeExternal(external.id(), LibraryId.random());
        List<AnalyzedGroup> groups = new ArrayList<>();

        AnalysisSummary summary = analysis(KeeperRules.DEFAULT).run(groups::add);

        assertThat(summary).isEqualTo(new AnalysisSummary(2, 5, 1, 1, 0, 10 + 5 + 3));
        assertThat(summary.losers()).isEqualTo(3);
        assertThat(groups.getFirst().conflicts())
                .containsExactly(new MetadataConflict(MetadataConflict.Kind.GPS, List.of("48.8,2.3", "51.5,-0.1")));
        assertThat(groups.getLast().keeper().isExternal()).isTrue();
    }

    @Test
    void needsPermissionsBeforeItStarts() {
        photos.allowing(Set.of(Permission.USER_READ, Permission.ASSET_READ));
        assertThatThrownBy(() -> analysis(KeeperRules.DEFAULT).header())
                .isInstanceOfSatisfying(
                        HeirloomException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN))
                .hasMessageContaining("album.read, duplicate.read");
    }

    @Test
    void theFileTellsAllOfIt() {
        photos.replace(at(large, new Coordinates(51.5, -0.1)));
        photos.replace(at(small, new Coordinates(48.8, 2.3)));
        List<AnalyzedGroup> groups = new ArrayList<>();
        Path file = write(groups);

        AnalysisFile analysis = AnalysisFile.open(file);
        List<AnalyzedGroup> read = new ArrayList<>();
        analysis.forEach(read::add);

        assertThat(read).isEqualTo(groups).hasSize(1);
        assertThat(analysis.groups()).isEqualTo(1);
        assertThat(analysis.header())
                .isEqualTo(new AnalysisHeader(
                        NOW, "http://photos.test", photos.account().user().id(), "pixels,bytes"));
        analysis.requireFor(photos.account());
        assertThat(folder.toFile().list()).as("no drafts are left").containsExactly("analysis.json");
    }

    @Test
    void theFileHasTheFieldsOfImmichDupes() throws IOException {
        Path file = write(new ArrayList<>());
        assertThat(Files.readString(file))
                .contains(
                        "\"generated_at\" : \"2026-01-02T03:04:05Z\"",
                        "\"server_url\" : \"http://photos.test\"",
                        "\"total_groups\" : 1",
                        "\"total_assets\" : 2",
                        "\"needs_review_count\" : 0",
                        "\"duplicate_id\" : \"" + group + "\"",
                        "\"winner\"",
                        "\"losers\"",
                        "\"filename\" : \"large \\\"1\\\".jpg\"",
                        "\"dimensions\" : [ 200, 200 ]",
                        "\"file_size\" : 30",
                        "\"needs_review\" : false",
                        "\"camera_info\" : 0");
    }

    @Test
    void anUnfinishedFileNeverAppears() throws IOException {
        Path file = Files.writeString(folder.resolve("analysis.json"), "what was there before");
        try (var writer =
                AnalysisWriter.open(file, analysis(KeeperRules.DEFAULT).header())) {
            analysis(KeeperRules.DEFAULT).run(writer::write);
        }
        assertThat(file).hasContent("what was there before");
        assertThat(folder.toFile().list()).containsExactly("analysis.json");
    }

    @Test
    void refusesFilesOfOthers() throws IOException {
        assertRefused("{\"generated_at\":\"x\",\"groups\":[{\"duplicate_id\":\"y\"}]}", "another tool wrote it");
        assertRefused("[]", "no analysis");
        assertRefused("", "no analysis");
        assertRefused("nonsense", "damaged");
        String good = Files.readString(write(new ArrayList<>()));
        assertRefused(good.replace("\"format\" : 1", "\"format\" : 2"), "format is 2");
        assertRefused(good.substring(0, good.length() / 2), "damaged");
        assertRefused(good.replace("\"winner\"", "\"champion\""), "winner is missing");
        assertRefused(good.replace(large.id().toString(), "x"), "group 1");
        assertThatThrownBy(() -> AnalysisFile.open(folder.resolve("none.json")))
                .isInstanceOf(HeirloomException.class)
                .hasMessageContaining("none.json");
    }

    @Test
    void refusesAnAssetThatIsNamedTwice() throws IOException {
        String good = Files.readString(write(new ArrayList<>()));
        assertRefused(
                good.replace(small.id().toString(), large.id().toString()), "is named twice, in the group " + group);
        int start = good.indexOf('{', good.indexOf("\"groups\""));
        String twice = good.substring(start, good.lastIndexOf(']')).strip();
        assertRefused(
                good.replace(
                        twice,
                        twice + ","
                                + twice.replace(
                                        group.toString(), UUID.randomUUID().toString())),
                "is named twice, in the groups " + group);
        assertRefused(good.replace(twice, twice + "," + twice), "the group " + group + " is named twice");
    }

    @Test
    void refusesAnotherServer() {
        AnalysisFile analysis = AnalysisFile.open(write(new ArrayList<>()));
        var stranger = new FakePhotoServer().ownedBy(new RemoteUser(UserId.random(), "Bea", "bea@example.com", false));
        assertThatThrownBy(() -> analysis.requireFor(stranger.account()))
                .isInstanceOf(HeirloomException.class)
                .hasMessageContaining("another user");
    }

    private void assertRefused(String content, String reason) throws IOException {
        Path file = Files.writeString(folder.resolve("edited.json"), content);
        assertThatThrownBy(() -> AnalysisFile.open(file))
                .isInstanceOfSatisfying(
                        HeirloomException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID))
                .hasMessageContaining("edited.json")
                .hasMessageContaining(reason);
    }

    private Path write(List<AnalyzedGroup> groups) {
        Path file = folder.resolve("analysis.json");
        Analysis analysis = analysis(KeeperRules.DEFAULT);
        try (var writer = AnalysisWriter.open(file, analysis.header())) {
            writer.finish(analysis.run(group -> {
                groups.add(group);
                writer.write(group);
            }));
        }
        return file;
    }

    private Analysis analysis(KeeperRules rules) {
        return new Analysis(photos, rules, Progress.NONE, InstantSource.fixed(NOW));
    }

    private RemoteAsset sample(String fileName) {
        return RemoteSamples.asset(fileName, photos.account().user().id());
    }

    private RemoteAsset add(RemoteAsset asset, Dimensions dimensions, int size) {
        RemoteOriginal old = asset.original();
        var original = new RemoteOriginal(
                old.fileName(), old.path(), old.type(), old.checksum(), old.sizeInBytes(), dimensions);
        return photos.add(asset.withOriginal(original), new byte[size]);
    }

    private RemoteAsset at(RemoteAsset asset, Coordinates place) {
        Exif exif = Exif.UNKNOWN;
        AssetId id = asset.id();
        return photos.get(id)
                .withExif(new Exif(
                        exif.camera(),
                        exif.exposure(),
                        exif.capture(),
                        Location.of(place),
                        exif.caption(),
                        exif.frame()));
    }
}
