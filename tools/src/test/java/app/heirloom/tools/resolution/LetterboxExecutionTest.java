package app.heirloom.tools.resolution;

import static app.heirloom.tools.IphonePhotos.CUT;
import static app.heirloom.tools.IphonePhotos.WHOLE;
import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.metadata.MetadataEdits;
import app.heirloom.library.metadata.edit.AssetEdit;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.tools.IphonePhotos;
import app.heirloom.tools.Progress;
import app.heirloom.tools.duplicates.AnalysisFile;
import app.heirloom.tools.duplicates.AnalysisSummary;
import app.heirloom.tools.duplicates.AnalysisWriter;
import app.heirloom.tools.duplicates.AnalyzedGroup;
import app.heirloom.tools.duplicates.LetterboxAnalysis;
import app.heirloom.tools.resolution.report.ExecutionSummary;
import app.heirloom.tools.resolution.report.GroupOutcome;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pairs that no server knows are judged anew by the rule that found them. */
class LetterboxExecutionTest {
    @TempDir
    private Path folder;

    private ExecutedLibrary library;
    private RemoteAsset whole;
    private RemoteAsset cut;

    @BeforeEach
    void fill() {
        library = new ExecutedLibrary(folder);
        var iphone = new IphonePhotos(library.photos);
        whole = iphone.add("IMG_1.HEIC", WHOLE, 10);
        cut = iphone.add("IMG_2.HEIC", CUT, 20);
    }

    private AnalysisFile analyze() {
        Path file = folder.resolve("pairs.json");
        var analysis = new LetterboxAnalysis(library.photos, Progress.NONE, InstantSource.system());
        try (AnalysisWriter writer = AnalysisWriter.open(file, analysis.header())) {
            writer.finish(analysis.run(Set.of(), writer::write).pairs());
        }
        return AnalysisFile.open(file);
    }

    private boolean isTrashed(RemoteAsset asset) {
        return library.photos.get(asset.id()).state().trashed();
    }

    @Test
    void theCutGoesOnceTheWholeHasWhatItKnewAndComesBack() {
        var album = library.photos.albums().create("Rome", "");
        library.photos.albums().add(album.id(), List.of(cut.id()));
        library.photos.assets().edit(cut.id(), new AssetEdit(null, true, new MetadataEdits("Forum", null, null, null)));
        var before = library.state();
        AnalysisFile pairs = analyze();

        assertThat(library.execute(pairs, false)).isEqualTo(new ExecutionSummary(1, 0, 0, 0, 1, 20));

        assertThat(isTrashed(cut)).isTrue();
        assertThat(isTrashed(whole)).isFalse();
        assertThat(library.photos.get(whole.id()).exif().caption().description())
                .isEqualTo("Forum");
        assertThat(library.photos.albums().listOf(whole.id())).hasSize(1);
        assertThat(library.verify(pairs)).isEmpty();
        assertThat(library.restore(false)).isNotEmpty();
        assertThat(library.state()).isEqualTo(before);
        assertThat(library.restore(false)).isEmpty();
    }

    /** Defect g: a backup of immich-dupes could not be restored. */
    @Test
    void aCutThatIsGoneForGoodIsSentAgain() {
        AnalysisFile pairs = analyze();
        library.execute(pairs, true);
        assertThat(library.photos.find(cut.id())).isEmpty();
        library.restore(false);
        assertThat(library.photos
                        .originals()
                        .listByChecksum(List.of(cut.original().checksum())))
                .singleElement()
                .satisfies(match -> assertThat(
                                library.photos.get(match.asset()).original().fileName())
                        .isEqualTo("IMG_2.HEIC"));
    }

    @Test
    void theCutMayBeKeptInstead() {
        Path file = folder.resolve("swapped.json");
        AnalysisFile pairs = analyze();
        try (AnalysisWriter writer = AnalysisWriter.open(file, pairs.header())) {
            pairs.forEach(pair -> writer.write(new AnalyzedGroup(
                    pair.id(),
                    pair.grounds(),
                    pair.losers().getFirst(),
                    List.of(pair.keeper()),
                    pair.conflicts(),
                    "its user says so")));
            writer.finish(new AnalysisSummary(1, 2, 0, 0, 0, 10));
        }
        assertThat(library.execute(AnalysisFile.open(file), false).done()).isEqualTo(1);
        assertThat(isTrashed(whole)).isTrue();
        assertThat(isTrashed(cut)).isFalse();
    }

    @Test
    void whatIsNoPairAnyMoreIsSkipped() {
        AnalysisFile pairs = analyze();
        RemoteAsset now = library.photos.get(cut.id());
        library.photos.replace(
                now.withOriginal(now.original().withContent(cut.original().checksum(), 20))
                        .withExif(new IphonePhotos(library.photos)
                                .add("other.jpg", "EOS R5", CUT, 5)
                                .exif()));
        assertThat(library.execute(pairs, false).skipped()).isEqualTo(1);
        assertThat(library.reports.getFirst().outcome())
                .isInstanceOfSatisfying(
                        GroupOutcome.Skipped.class,
                        skipped -> assertThat(skipped.reason()).contains("no longer a whole photo"));
        assertThat(isTrashed(cut)).isFalse();
    }

    @Test
    void whatChangedSinceIsSkipped() {
        AnalysisFile pairs = analyze();
        library.photos.trash().put(List.of(whole.id()));
        assertThat(library.execute(pairs, false).skipped()).isEqualTo(1);
        assertThat(isTrashed(cut)).isFalse();
    }

    @Test
    void aSecondRunFindsNothingLeftToDo() {
        AnalysisFile pairs = analyze();
        library.execute(pairs, false);
        assertThat(library.execute(pairs, false)).isEqualTo(new ExecutionSummary(0, 1, 0, 0, 0, 0));
    }
}
