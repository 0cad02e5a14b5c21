package app.heirloom.storage.recognition;

import static app.heirloom.storage.recognition.PaintedFaces.paint;
import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.usage.AssetSurvey;
import app.heirloom.library.person.Face;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.recognition.gathering.FaceSample;
import app.heirloom.storage.database.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is seen in videos, on the preview and elsewhere. */
class VideoFacesTest {
    private static final int BEA = 1;
    private static final int CARL = 2;
    private static final int NOBODY = 0;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @ParameterizedTest
    @EnumSource
    void onePersonIsOneFaceHoweverOftenSeen(TestDatabase kind) {
        RecognitionTest.open(kind, folder, world -> {
            Asset video = world.addVideo(
                    paint(1, NOBODY, BEA),
                    paint(2, BEA, NOBODY),
                    paint(3, NOBODY, NOBODY, CARL),
                    paint(4, CARL, BEA),
                    paint(5, CARL));
            world.detect(video);

            assertThat(world.faces(video)).hasSize(2);
            Face onPreview = world.faces(video).stream()
                    .filter(face -> face.box().moment() == null)
                    .findFirst()
                    .orElseThrow();
            assertThat(onPreview.box().left()).isEqualTo(200); // the right half of 400 pixels
            assertThat(world.faces(video))
                    .filteredOn(face -> !face.equals(onPreview))
                    .singleElement()
                    .satisfies(face ->
                            assertThat(face.box().moment()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3)));
        });
    }

    @ParameterizedTest
    @EnumSource
    void whoIsSeenInAVideoIsThePersonOfThePhotos(TestDatabase kind) {
        RecognitionTest.open(kind, folder, world -> {
            List<Asset> carl = RecognitionTest.photos(world, CARL, 3);
            Asset video = world.addVideo(paint(7, NOBODY), paint(8, CARL, BEA));
            world.detect(video);
            world.recognize();

            assertThat(world.faces(video))
                    .extracting(Face::person)
                    .containsExactly(world.person(carl.getFirst()), null);
        });
    }

    @ParameterizedTest
    @EnumSource
    void lookingAgainKeepsFaces(TestDatabase kind) {
        RecognitionTest.open(kind, folder, world -> {
            Asset video = world.addVideo(paint(1, BEA), paint(2, BEA, CARL), paint(3, CARL));
            world.detect(video);
            List<Face> before = world.faces(video);
            world.detectAgain(video);
            assertThat(world.faces(video)).hasSize(2).containsExactlyElementsOf(before);
        });
    }

    @ParameterizedTest
    @EnumSource
    void whoIsSeenBetterAtAnotherMomentIsStillTheSameFace(TestDatabase kind) {
        RecognitionTest.open(kind, folder, world -> {
            Asset video = world.addVideo(paint(1, NOBODY), paint(2, NOBODY), paint(3, CARL));
            world.detect(video);
            Face carl = world.faces(video).getFirst();

            world.replaceFrames(video, paint(2, NOBODY), paint(4, CARL), paint(5, NOBODY));
            world.detectAgain(video);
            world.detect(video);
            assertThat(world.faces(video)).extracting(Face::id).containsExactly(carl.id());

            world.replaceFrames(video, paint(2, NOBODY), paint(5, NOBODY), paint(6, NOBODY), paint(7, BEA));
            world.detectAgain(video);
            assertThat(world.faces(video)).hasSize(1).extracting(Face::id).doesNotContain(carl.id());
        });
    }

    @ParameterizedTest
    @EnumSource
    void aMomentIsAPictureOfItsOwn(TestDatabase kind) {
        RecognitionTest.open(kind, folder, world -> {
            Asset video = world.addVideo(paint(1, NOBODY), paint(2, BEA, 3), paint(3, CARL));
            world.detect(video);
            List<FaceSample> samples = world.transactions.read(() -> world.storage
                    .recognition()
                    .listSamples(world.ann.id(), world.finder.model(), new FaceId(new UUID(0, 0)), 9));
            assertThat(samples).hasSize(3).extracting(FaceSample::asset).doesNotContain(video.id());
            assertThat(samples.stream().map(FaceSample::asset).distinct()).hasSize(2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void photosAreLookedAtOnce(TestDatabase kind) {
        RecognitionTest.open(kind, folder, world -> {
            RecognitionTest.photos(world, BEA, 1);
            assertThat(world.finder.looks).hasValue(1);
            assertThat(world.transactions.read(() ->
                            world.storage.detections().listUnseen(world.finder.model(), AssetSurvey.BEGINNING, 9)))
                    .isEmpty();
        });
    }
}
