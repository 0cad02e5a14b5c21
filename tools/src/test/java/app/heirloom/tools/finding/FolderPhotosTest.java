package app.heirloom.tools.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.duplicate.KeeperRules;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.MediaMetadata;
import app.heirloom.library.metadata.extraction.MetadataReader;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.tools.Progress;
import app.heirloom.tools.duplicates.AnalysisFile;
import app.heirloom.tools.duplicates.AnalysisWriter;
import app.heirloom.tools.duplicates.AnalyzedAsset;
import app.heirloom.tools.duplicates.AnalyzedGroup;
import app.heirloom.tools.duplicates.Grounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderPhotosTest {
    @TempDir
    private Path photos;

    @TempDir
    private Path elsewhere;

    private final List<Path> complaints = new ArrayList<>();

    private FolderPhotos open(MetadataReader metadata) {
        return new FolderPhotos(photos, metadata, (path, reason) -> complaints.add(path), InstantSource.system());
    }

    private DuplicateSearch search(Tier tier) {
        return new DuplicateSearch(
                open((file, type, sidecar) -> new MediaMetadata(Exif.UNKNOWN, null, null, List.of())),
                tier,
                KeeperRules.parse("path=" + photos.resolve("best")),
                new Sight(new DrawnPictures(), elsewhere, 2),
                Progress.NONE);
    }

    private List<AnalyzedGroup> find(Tier tier) {
        List<AnalyzedGroup> groups = new ArrayList<>();
        search(tier).run(Set.of(), groups::add);
        return groups;
    }

    private Path add(String path, int scene, int width, int height, String note) throws IOException {
        Path file = photos.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, DrawnPictures.file(scene, width, height, note));
    }

    private List<String> paths(AnalyzedGroup group) {
        return group.assets()
                .map(AnalyzedAsset::file)
                .map(file -> photos.relativize(Path.of(file.path())).toString())
                .toList();
    }

    @Test
    void eachTierFindsWhatThoseBeforeItFindToo() throws IOException {
        add("a/one.jpg", 1, 80, 60, "");
        add("best/one.jpg", 1, 80, 60, "");
        add("a/told.jpg", 2, 80, 60, "");
        add("b/retold.jpg", 2, 80, 60, "other metadata");
        add("a/large.jpg", 3, 160, 120, "");
        add("a/small.jpg", 3, 80, 60, "long note");
        add("a/other.jpg", 4, 80, 60, "a still longer note");

        assertThat(find(Tier.EXACT)).singleElement().satisfies(group -> {
            assertThat(group.grounds()).isEqualTo(Grounds.BYTES);
            assertThat(paths(group)).containsExactly("best/one.jpg", "a/one.jpg");
            assertThat(group.reason()).contains("path begins");
        });
        assertThat(find(Tier.SIMILAR))
                .extracting(AnalyzedGroup::grounds)
                .containsExactlyInAnyOrder(Grounds.BYTES, Grounds.PIXELS, Grounds.LOOKS);
        assertThat(find(Tier.SIMILAR)).as("from the cache").isEqualTo(find(Tier.SIMILAR));
    }

    @Test
    void aFileThatChangedIsLookedAtAnew() throws IOException {
        add("one.jpg", 1, 80, 60, "");
        add("other.jpg", 2, 80, 60, "long note");
        assertThat(find(Tier.PIXELS)).isEmpty();
        add("other.jpg", 1, 80, 60, "another long note");
        assertThat(find(Tier.PIXELS)).hasSize(1);
    }

    @Test
    void whatIsHiddenOrALinkOrNoPhotoIsLeftOut() throws IOException {
        Path one = add("one.jpg", 1, 80, 60, "");
        add(".hidden/one.jpg", 1, 80, 60, "");
        add("@eaDir/one.jpg", 1, 80, 60, "");
        add("one.txt", 1, 80, 60, "");
        Files.createSymbolicLink(photos.resolve("link.jpg"), one);
        Files.createSymbolicLink(photos.resolve("loop"), photos);
        assertThat(find(Tier.EXACT)).isEmpty();
        assertThat(complaints).isEmpty();
    }

    @Test
    void damagedFilesAreComparedByTheirBytes() throws IOException {
        Files.writeString(photos.resolve("one.jpg"), "no picture");
        Files.writeString(photos.resolve("same.jpg"), "no picture");
        var search = new DuplicateSearch(
                open((file, type, sidecar) -> {
                    throw ErrorCode.UNREADABLE_MEDIA.exception("no picture");
                }),
                Tier.SIMILAR,
                KeeperRules.DEFAULT,
                new Sight(new DrawnPictures(), elsewhere, 2),
                Progress.NONE);
        List<AnalyzedGroup> groups = new ArrayList<>();
        assertThat(search.run(Set.of(), groups::add).unseen()).isEqualTo(2);
        assertThat(groups).extracting(AnalyzedGroup::grounds).containsExactly(Grounds.BYTES);
    }

    @Test
    void whatWentMeanwhileIsNotInAGroup() throws IOException {
        Path one = add("one.jpg", 1, 80, 60, "");
        add("same.jpg", 1, 80, 60, "");
        FolderPhotos source = open((file, type, sidecar) -> new MediaMetadata(Exif.UNKNOWN, null, null, List.of()));
        List<ListedAsset> listed = source.list(Progress.NONE);
        assertThat(listed).hasSize(2);
        Files.delete(one);
        assertThat(listed.stream().filter(asset -> source.find(asset.id()).isPresent()))
                .hasSize(1);
    }

    @Test
    void noServerDoesWhatSuchAnAnalysisSays() throws IOException {
        add("one.jpg", 1, 80, 60, "");
        add("same.jpg", 1, 80, 60, "");
        Path file = elsewhere.resolve("found.json");
        DuplicateSearch search = search(Tier.EXACT);
        try (AnalysisWriter writer = AnalysisWriter.open(file, search.header())) {
            writer.finish(search.run(Set.of(), writer::write).groups());
        }
        AnalysisFile analysis = AnalysisFile.open(file);
        assertThatThrownBy(() -> analysis.requireFor(new FakePhotoServer().account()))
                .hasMessageContaining("is a report about a folder");
    }

    @Test
    void aFolderThatIsNotThereIsToldOf() {
        assertThatThrownBy(() -> new FolderPhotos(
                        photos.resolve("none"),
                        (file, type, sidecar) -> new MediaMetadata(Exif.UNKNOWN, null, null, List.of()),
                        (path, reason) -> complaints.add(path),
                        InstantSource.system()))
                .hasMessageContaining("There is no folder");
    }
}
