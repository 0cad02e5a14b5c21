package app.heirloom.tools.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.duplicate.KeeperRules;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.duplicate.RemoteDuplicateGroup;
import app.heirloom.library.remote.duplicate.RemoteDuplicates;
import app.heirloom.library.user.UserId;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.tools.IphonePhotos;
import app.heirloom.tools.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewTest {
    @TempDir
    private Path folder;

    private final FakePhotoServer photos = new FakePhotoServer();
    private Path file;
    private RemoteAsset keeper;
    private RemoteAsset loser;
    private DuplicateGroupId group;

    @BeforeEach
    void analyze() {
        file = folder.resolve("analysis.json");
        keeper = photos.add("keeper.jpg", new byte[30]);
        loser = photos.add("loser.jpg", new byte[20]);
        RemoteAsset third = photos.add("third.jpg", new byte[10]);
        group = photos.group(List.of(keeper.id(), loser.id(), third.id()));
        photos.group(List.of(
                photos.add("a.jpg", new byte[3]).id(),
                photos.add("b.jpg", new byte[2]).id()));
        var analysis = new Analysis(photos, KeeperRules.DEFAULT, Progress.NONE, InstantSource.system());
        try (AnalysisWriter writer = AnalysisWriter.open(file, analysis.header())) {
            writer.finish(analysis.run(writer::write));
        }
    }

    private Review open() {
        return Review.open(file, photos.duplicates());
    }

    private List<AnalyzedGroup> saved() {
        List<AnalyzedGroup> saved = new ArrayList<>();
        AnalysisFile.open(file).forEach(saved::add);
        return saved;
    }

    @Test
    void anotherKeeperIsInTheFileAtOnce() {
        Review review = open();
        review.keep(group, loser.id());
        assertThat(saved()).isEqualTo(review.groups()).hasSize(2);
        AnalyzedGroup changed = saved().getFirst();
        assertThat(changed.keeper().id()).isEqualTo(loser.id());
        assertThat(changed.losers())
                .extracting(AnalyzedAsset::id)
                .hasSize(2)
                .first()
                .isEqualTo(keeper.id());
        assertThat(changed.reason()).isEqualTo("it was chosen by hand");
        assertThat(review.changes()).isEqualTo(1);
        assertThat(AnalysisFile.open(file).header().user())
                .isEqualTo(photos.account().user().id());
    }

    @Test
    void theServerIsToldOfItsGroupsThatAreNone() {
        open().dismiss(group);
        assertThat(photos.get(keeper.id()).state().grouping().duplicateGroup()).isNull();
        assertThat(saved()).hasSize(1).extracting(AnalyzedGroup::id).doesNotContain(group);
        assertThat(AnalysisFile.open(file).dismissed())
                .extracting(AnalyzedGroup::id)
                .containsExactly(group);
        Review later = open();
        later.dismiss(later.groups().getFirst().id());
        assertThat(AnalysisFile.open(file).dismissed()).hasSize(2);
        assertThat(AnalysisFile.open(file).groups()).isZero();
    }

    /** The server would fail for a group that it does not know. */
    @Test
    void groupsThatTheServerDoesNotKnowAreNotedInTheFileOnly() {
        var iphone = new IphonePhotos(photos);
        iphone.add("IMG_1.HEIC", IphonePhotos.WHOLE, 10);
        iphone.add("IMG_2.HEIC", IphonePhotos.CUT, 20);
        var analysis = new LetterboxAnalysis(photos, Progress.NONE, InstantSource.system());
        try (AnalysisWriter writer = AnalysisWriter.open(file, analysis.header())) {
            writer.finish(analysis.run(Set.of(), writer::write).pairs());
        }
        Review review = Review.open(file, new RemoteDuplicates() {
            @Override
            public void forEach(Consumer<RemoteDuplicateGroup> action) {}

            @Override
            public void dismiss(Collection<DuplicateGroupId> groups) {
                throw new AssertionError("no group of the server's");
            }
        });
        review.dismiss(review.groups().getFirst().id());
        assertThat(AnalysisFile.open(file).dismissed()).hasSize(1);
    }

    @Test
    void aLaterAnalysisHearsOfIt() throws IOException {
        open().dismiss(group);
        var user = photos.account().user().id();
        assertThat(AnalysisFile.dismissed(file, user))
                .extracting(AnalyzedGroup::id)
                .containsExactly(group);
        assertThat(AnalysisFile.dismissed(file, UserId.random())).isEmpty();
        assertThat(AnalysisFile.dismissed(folder.resolve("none.json"), user)).isEmpty();
        assertThat(AnalysisFile.dismissed(Files.writeString(folder.resolve("other.json"), "{"), user))
                .isEmpty();
    }

    @Test
    void whatIsNotThereCannotBeDecidedAbout() {
        Review review = open();
        assertThatThrownBy(() -> review.keep(group, AssetId.random())).hasMessageContaining("is not in the group");
        assertThatThrownBy(() -> review.dismiss(DuplicateGroupId.random())).hasMessageContaining("no group");
        assertThat(review.changes()).isZero();
    }

    @Test
    void aFileThatSomebodyElseChangedIsNotOverwritten() throws IOException {
        Review review = open();
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        assertThatThrownBy(() -> review.keep(group, loser.id())).hasMessageContaining("somebody else");
        assertThat(saved().getFirst().keeper().id()).isEqualTo(keeper.id());
        assertThat(review.groups().getFirst().keeper().id()).isEqualTo(keeper.id());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
