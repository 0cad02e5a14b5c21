package app.heirloom.library.recognition.gathering;

import app.heirloom.library.face.FaceQuality;

/**
 * How faces are gathered.
 *
 * @param likeness from which mean cosine similarity on two groups are one person; depends on the model
 * @param leastFaces how many faces make a person
 * @param least what a face must be like to make a person together with others; poorer ones only join
 */
public record GatheringSettings(double likeness, int leastFaces, FaceQuality least) {
    /** Faces of less say little: 32 of the 112 pixels that models look at, blurred, from the side, or hardly seen. */
    public static final FaceQuality LEAST = new FaceQuality(32, 0.1f, 0.15f, 0.6f);

    public GatheringSettings(double likeness, int leastFaces) {
        this(likeness, leastFaces, LEAST);
    }
}
