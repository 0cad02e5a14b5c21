package app.heirloom.library.face;

/**
 * A face that a model found.
 *
 * @param score how sure the model is, from 0 to 1
 */
public record DetectedFace(FaceBounds box, Landmarks landmarks, float score) {
    public DetectedFace scaled(float factor) {
        return new DetectedFace(box.scaled(factor), landmarks.scaled(factor), score);
    }
}
