package app.heirloom.inference.face;

import app.heirloom.library.embedding.Picture;
import app.heirloom.library.face.DetectedFace;
import app.heirloom.library.face.FaceDetector;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at a picture as it is and halved, again and again. Detectors see small faces only in large pictures, and put the
 * landmarks of a face that fills a large picture in wrong places; so each face is taken from a size that suits it.
 */
public final class PyramidDetector implements FaceDetector {
    /** The size at which detectors were trained; the last picture is no larger. */
    private static final int SMALLEST_SIDE = 640;
    /** Pixels of a face's short side above which its landmarks are better looked for in a smaller picture. */
    private static final float LARGE_FACE = 250;

    private final FaceDetector detector;
    private final DetectionThresholds thresholds;

    public PyramidDetector(FaceDetector detector, DetectionThresholds thresholds) {
        this.detector = detector;
        this.thresholds = thresholds;
    }

    @Override
    public List<DetectedFace> detect(Picture picture) {
        var found = new ArrayList<DetectedFace>();
        Picture level = picture;
        float factor = 1;
        while (Math.max(level.width(), level.height()) > SMALLEST_SIDE) {
            add(level, factor, LARGE_FACE, found);
            level = level.halved();
            factor *= 2;
        }
        add(level, factor, Float.MAX_VALUE, found);
        return Suppression.of(found, thresholds.overlap());
    }

    private void add(Picture level, float factor, float largest, List<DetectedFace> found) {
        for (DetectedFace face : detector.detect(level)) {
            if (face.box().shortSide() <= largest) {
                found.add(face.scaled(factor));
            }
        }
    }
}
