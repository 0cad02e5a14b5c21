package app.heirloom.tools.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.duplicate.KeeperRules;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.tools.Progress;
import app.heirloom.tools.duplicates.AnalysisFile;
import app.heirloom.tools.duplicates.AnalysisWriter;
import app.heirloom.tools.finding.DrawnPictures;
import app.heirloom.tools.finding.DuplicateSearch;
import app.heirloom.tools.finding.OriginalContents;
import app.heirloom.tools.finding.ServerPhotos;
import app.heirloom.tools.finding.Sight;
import app.heirloom.tools.finding.Tier;
import app.heirloom.tools.resolution.report.GroupOutcome;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups that no server knows are judged anew by what their tier can check. */
class FoundExecutionTest {
    private static final ExecutionSettings WITH_DOUBTFUL = new ExecutionSettings(false, true, false, 2);

    @TempDir
    private Path folder;

    private ExecutedLibrary library;

    @BeforeEach
    void fill() {
        library = new ExecutedLibrary(folder);
    }

    private RemoteAsset add(String name, int scene, int width, int height, String note) {
        return library.photos.add(name, DrawnPictures.file(scene, width, height, note));
    }

    private AnalysisFile analyze(Tier tier) {
        Path file = folder.resolve("found.json");
        var search = new DuplicateSearch(
                new ServerPhotos(
                        library.photos,
                        new OriginalContents(library.photos, new DrawnPictures()),
                        InstantSource.system()),
                tier,
                KeeperRules.DEFAULT,
                new Sight(new DrawnPictures(), folder.resolve("cache"), 2),
                Progress.NONE);
        try (AnalysisWriter writer = AnalysisWriter.open(file, search.header())) {
            writer.finish(search.run(Set.of(), writer::write).groups());
        }
        return AnalysisFile.open(file);
    }

    private String onlyReason() {
        return library.reports.getFirst().outcome() instanceof GroupOutcome.Skipped skipped
                ? skipped.reason()
                : library.reports.getFirst().outcome().toString();
    }

    @Test
    void theSameBytesAndPixelsAreEndedAndComeBack() {
        add("one.jpg", 1, 80, 60, "");
        add("same.jpg", 1, 80, 60, "");
        add("told.jpg", 2, 80, 60, "");
        add("retold.jpg", 2, 80, 60, "other metadata");
        var before = library.state();
        AnalysisFile found = analyze(Tier.PIXELS);
        assertThat(library.execute(found, false).done()).isEqualTo(2);
        assertThat(library.verify(found)).isEmpty();
        library.restore(false);
        assertThat(library.state()).isEqualTo(before);
    }

    @Test
    void whatOnlyLooksAlikeIsEndedOnlyWhenThatIsWanted() {
        RemoteAsset large = add("large.jpg", 1, 160, 120, "a longer file");
        add("small.jpg", 1, 80, 60, "");
        AnalysisFile found = analyze(Tier.SIMILAR);
        assertThat(library.execute(found, false).skipped()).isEqualTo(1);
        assertThat(onlyReason()).isEqualTo("its members only look alike: look at them first");
        assertThat(library.execute(found, WITH_DOUBTFUL).done()).isEqualTo(1);
        assertThat(library.photos.get(large.id()).state().trashed()).isFalse();
    }

    /** The fake's previews are its originals; here they differ afterwards, as larger originals may. */
    @Test
    void originalsWhosePixelsDifferAreSkipped() {
        RemoteAsset told = add("told.jpg", 2, 80, 60, "");
        add("retold.jpg", 2, 80, 60, "other metadata");
        AnalysisFile found = analyze(Tier.PIXELS);
        RemoteAsset now = library.photos.get(told.id());
        library.photos.add(now, DrawnPictures.file(3, 80, 60, ""));
        library.photos.replace(now);
        assertThat(library.execute(found, false).skipped()).isEqualTo(1);
        assertThat(onlyReason()).contains("do not have the same pixels");
    }

    @Test
    void theGroupsOfTheServerNeedNotKnowThem() {
        RemoteAsset one = add("one.jpg", 1, 80, 60, "");
        RemoteAsset same = add("same.jpg", 1, 80, 60, "");
        AnalysisFile found = analyze(Tier.EXACT);
        library.photos.group(List.of(one.id(), same.id()));
        assertThat(library.execute(found, false).done()).isEqualTo(1);
    }
}
