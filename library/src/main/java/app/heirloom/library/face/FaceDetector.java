package app.heirloom.library.face;

import app.heirloom.library.embedding.Picture;
import java.util.List;

/** Finds faces. */
public interface FaceDetector {
    /** All faces that score at least the model's threshold, the surest first, none twice. */
    List<DetectedFace> detect(Picture picture);
}
