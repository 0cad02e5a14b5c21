package app.heirloom.inference.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.heirloom.library.embedding.Picture;
import app.heirloom.library.face.DetectedFace;
import app.heirloom.library.face.FaceBounds;
import app.heirloom.library.face.FaceDetector;
import app.heirloom.library.face.Landmarks;
import app.heirloom.library.face.Landmarks.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class PyramidDetectorTest {
    private static final DetectionThresholds THRESHOLDS = new DetectionThresholds(0.5, 0.3);
    private static final Point NOWHERE = new Point(0, 0);
    private static final Landmarks POINTS = new Landmarks(NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE);

    /** Sees a large and a small face in every picture, the small one only while it has ten pixels. */
    private final FaceDetector detector = picture -> {
        float unit = picture.width() / 1280f;
        DetectedFace large = face(100 * unit, 600 * unit, 0.6f + unit / 10);
        DetectedFace small = face(900 * unit, 15 * unit, 0.7f);
        return picture.width() == 1280 ? List.of(large, small) : List.of(large);
    };

    @Test
    void takesLargeFacesFromSmallPicturesAndSmallOnesFromLargePictures() {
        List<DetectedFace> faces = new PyramidDetector(detector, THRESHOLDS).detect(picture(1280, 720));
        assertThat(faces).hasSize(2);
        assertThat(faces.getFirst().box()).isEqualTo(new FaceBounds(900, 900, 915, 915));
        assertThat(faces.getLast().box()).as("scaled back").isEqualTo(new FaceBounds(100, 100, 700, 700));
        assertThat(faces.getLast().score()).as("from the half").isCloseTo(0.65f, within(1e-5f));
    }

    @Test
    void looksOnceAtASmallPicture() {
        List<DetectedFace> faces = new PyramidDetector(detector, THRESHOLDS).detect(picture(640, 480));
        assertThat(faces).hasSize(1);
    }

    @Test
    void ofTwoThatOverlapOnlyTheSurerStays() {
        FaceDetector twice = picture -> List.of(face(10, 100, 0.6f), face(12, 100, 0.9f), face(300, 100, 0.5f));
        assertThat(new PyramidDetector(twice, THRESHOLDS).detect(picture(640, 480)))
                .extracting(DetectedFace::score)
                .containsExactly(0.9f, 0.5f);
    }

    private static DetectedFace face(float at, float size, float score) {
        return new DetectedFace(new FaceBounds(at, at, at + size, at + size), POINTS, score);
    }

    private static Picture picture(int width, int height) {
        return new Picture(width, height, new byte[width * height * Picture.CHANNELS]);
    }
}
