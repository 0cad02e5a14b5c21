package app.heirloom.tools.duplicates;

import static app.heirloom.tools.IphonePhotos.CUT;
import static app.heirloom.tools.IphonePhotos.WHOLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.user.Permission;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.tools.IphonePhotos;
import app.heirloom.tools.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LetterboxAnalysisTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    private Path folder;

    private final FakePhotoServer photos = new FakePhotoServer();
    private final IphonePhotos iphone = new IphonePhotos(photos);
    private final LetterboxAnalysis analysis = new LetterboxAnalysis(photos, Progress.NONE, InstantSource.fixed(NOW));

    @Test
    void keepsTheWholePicture() {
        RemoteAsset whole = iphone.add("IMG_1.HEIC", WHOLE, 10);
        RemoteAsset cut = iphone.add("IMG_2.HEIC", CUT, 20);
        iphone.add("other.jpg", "EOS R5", CUT, 5);
        photos.albums().add(photos.albums().create("Rome", "").id(), List.of(cut.id()));
        List<AnalyzedGroup> groups = new ArrayList<>();

        LetterboxAnalysis.Summary summary = analysis.run(Set.of(), groups::add);

        assertThat(summary.pairs()).isEqualTo(new AnalysisSummary(1, 2, 0, 0, 0, 20));
        assertThat(summary.ambiguous()).isZero();
        assertThat(summary.foreign()).isEqualTo(1);
        assertThat(groups).singleElement().satisfies(group -> {
            assertThat(group.keeper().id()).isEqualTo(whole.id());
            assertThat(group.losers()).extracting(AnalyzedAsset::id).containsExactly(cut.id());
            assertThat(group.losers().getFirst().albums()).containsExactly("Rome");
            assertThat(group.reason()).contains("4:3");
            assertThat(group.grounds()).isEqualTo(Grounds.LETTERBOX);
        });
        List<AnalyzedGroup> again = new ArrayList<>();
        analysis.run(Set.of(), again::add);
        assertThat(again).isEqualTo(groups);
    }

    @Test
    void motionOfALivePhotoIsNoVersionOfIt() {
        iphone.add("IMG_1.HEIC", WHOLE, 10);
        iphone.add("IMG_1.MOV", CUT, 20);
        assertThat(analysis.run(Set.of(), group -> {}).pairs().groups()).isZero();
    }

    @Test
    void trashedOnesAreLeftOut() {
        RemoteAsset whole = iphone.add("IMG_1.HEIC", WHOLE, 10);
        iphone.add("IMG_2.HEIC", CUT, 20);
        photos.trash().put(List.of(whole.id()));
        assertThat(analysis.run(Set.of(), group -> {}).pairs().groups()).isZero();
    }

    @Test
    void severalOfOneShapeAreCountedAndLeftAlone() {
        iphone.add("IMG_1.HEIC", WHOLE, 10);
        iphone.add("IMG_2.HEIC", WHOLE, 11);
        iphone.add("IMG_3.HEIC", CUT, 20);
        LetterboxAnalysis.Summary summary = analysis.run(Set.of(), group -> {});
        assertThat(summary.ambiguous()).isEqualTo(1);
        assertThat(summary.pairs().groups()).isZero();
    }

    @Test
    void canBeWrittenAndReadBack() {
        iphone.add("IMG_1.HEIC", WHOLE, 10);
        iphone.add("IMG_2.HEIC", CUT, 20);
        Path path = folder.resolve("pairs.json");
        List<AnalyzedGroup> written = new ArrayList<>();
        try (AnalysisWriter writer = AnalysisWriter.open(path, analysis.header())) {
            LetterboxAnalysis.Summary summary = analysis.run(Set.of(), group -> {
                writer.write(group);
                written.add(group);
            });
            writer.finish(summary.pairs());
        }
        AnalysisFile file = AnalysisFile.open(path);
        List<AnalyzedGroup> read = new ArrayList<>();
        file.forEach(read::add);
        assertThat(read).isEqualTo(written).hasSize(1);
        assertThat(file.header().rules()).isEqualTo(LetterboxAnalysis.RULES);
    }

    @Test
    void needsPermissionsBeforeItStarts() {
        photos.allowing(Set.of(Permission.USER_READ, Permission.ALBUM_READ));
        assertThatThrownBy(analysis::header)
                .isInstanceOfSatisfying(
                        HeirloomException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN))
                .hasMessageContaining("asset.read");
    }
}
