package app.heirloom.tools.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.Dimensions;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.metadata.Camera;
import app.heirloom.library.metadata.Caption;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.Exposure;
import app.heirloom.library.metadata.Frame;
import app.heirloom.library.metadata.Location;
import app.heirloom.library.remote.RemoteAsset;
import app.heirloom.library.remote.RemoteOriginal;
import app.heirloom.library.user.Permission;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.testkit.remote.RemoteSamples;
import app.heirloom.tools.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LetterboxAnalysisTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Dimensions WHOLE = new Dimensions(4032, 3024);
    private static final Dimensions CUT = new Dimensions(4032, 2268);

    @TempDir
    private Path folder;

    private final FakePhotoServer photos = new FakePhotoServer();
    private final LetterboxAnalysis analysis = new LetterboxAnalysis(photos, Progress.NONE, InstantSource.fixed(NOW));

    @Test
    void keepsTheWholePicture() {
        RemoteAsset whole = add("IMG_1.HEIC", "iPhone 15", WHOLE, 10);
        RemoteAsset cut = add("IMG_2.HEIC", "iPhone 15", CUT, 20);
        add("other.jpg", "EOS R5", CUT, 5);
        photos.albums().add(photos.albums().create("Rome", "").id(), List.of(cut.id()));
        List<AnalyzedGroup> groups = new ArrayList<>();

        LetterboxAnalysis.Summary summary = analysis.run(groups::add);

        assertThat(summary.pairs()).isEqualTo(new AnalysisSummary(1, 2, 0, 0, 0, 20));
        assertThat(summary.ambiguous()).isZero();
        assertThat(summary.foreign()).isEqualTo(1);
        assertThat(groups).singleElement().satisfies(group -> {
            assertThat(group.keeper().id()).isEqualTo(whole.id());
            assertThat(group.losers()).extracting(AnalyzedAsset::id).containsExactly(cut.id());
            assertThat(group.losers().getFirst().albums()).containsExactly("Rome");
            assertThat(group.reason()).contains("4:3");
        });
        List<AnalyzedGroup> again = new ArrayList<>();
        analysis.run(again::add);
        assertThat(again).isEqualTo(groups);
    }

    @Test
    void motionOfALivePhotoIsNoVersionOfIt() {
        add("IMG_1.HEIC", "iPhone 15", WHOLE, 10);
        add("IMG_1.MOV", "iPhone 15", CUT, 20);
        assertThat(analysis.run(group -> {}).pairs().groups()).isZero();
    }

    @Test
    void trashedOnesAreLeftOut() {
        RemoteAsset whole = add("IMG_1.HEIC", "iPhone 15", WHOLE, 10);
        add("IMG_2.HEIC", "iPhone 15", CUT, 20);
        photos.trash().put(List.of(whole.id()));
        assertThat(analysis.run(group -> {}).pairs().groups()).isZero();
    }

    @Test
    void severalOfOneShapeAreCountedAndLeftAlone() {
        add("IMG_1.HEIC", "iPhone 15", WHOLE, 10);
        add("IMG_2.HEIC", "iPhone 15", WHOLE, 11);
        add("IMG_3.HEIC", "iPhone 15", CUT, 20);
        LetterboxAnalysis.Summary summary = analysis.run(group -> {});
        assertThat(summary.ambiguous()).isEqualTo(1);
        assertThat(summary.pairs().groups()).isZero();
    }

    @Test
    void canBeWrittenAndReadBack() {
        add("IMG_1.HEIC", "iPhone 15", WHOLE, 10);
        add("IMG_2.HEIC", "iPhone 15", CUT, 20);
        Path path = folder.resolve("pairs.json");
        List<AnalyzedGroup> written = new ArrayList<>();
        try (AnalysisWriter writer = AnalysisWriter.open(path, analysis.header())) {
            LetterboxAnalysis.Summary summary = analysis.run(group -> {
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

    private RemoteAsset add(String fileName, String model, Dimensions dimensions, int size) {
        var exif = new Exif(
                new Camera(model.startsWith("iPhone") ? "Apple" : "Canon", model, null),
                Exposure.UNKNOWN,
                new Capture(LocalDateTime.parse("2024-05-01T12:00:00"), null, null),
                Location.UNKNOWN,
                Caption.NONE,
                Frame.UNKNOWN);
        RemoteAsset asset =
                RemoteSamples.asset(fileName, photos.account().user().id());
        RemoteOriginal old = asset.original();
        var original = new RemoteOriginal(
                old.fileName(), old.path(), old.type(), old.checksum(), old.sizeInBytes(), dimensions);
        return photos.add(asset.withOriginal(original).withExif(exif), new byte[size]);
    }
}
