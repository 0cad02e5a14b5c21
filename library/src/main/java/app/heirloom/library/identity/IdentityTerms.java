package app.heirloom.library.identity;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.face.FaceQuality;
import app.heirloom.library.recognition.gathering.GatheringSettings;

/**
 * How faces become identity sets. Distances are cosine distances, 0 to 2.
 *
 * @param coverage how far from the anchor of a set a face may be to be its person
 * @param distance up to which mean distance groups of faces are one person
 * @param outlier how far from the mean of its group a face may be; what is farther is left out
 * @param least what a face must be like; poorer ones are in no set
 * @param minimum how many faces make a set
 */
public record IdentityTerms(double coverage, double distance, double outlier, FaceQuality least, int minimum) {
    /**
     * Those that a pipeline of this kind came to over some ten thousand faces; the qualities but for the size are those
     * below which a face says little.
     */
    public static final IdentityTerms DEFAULT = new IdentityTerms(
            0.45,
            0.55,
            0.45,
            new FaceQuality(
                    90,
                    GatheringSettings.LEAST.sharpness(),
                    GatheringSettings.LEAST.frontality(),
                    GatheringSettings.LEAST.score()),
            6);

    public IdentityTerms {
        requireDistance(coverage, "The distance of coverage");
        requireDistance(distance, "The distance of clustering");
        requireDistance(outlier, "The distance of outliers");
        if (minimum < 2) {
            throw ErrorCode.INVALID.exception("At least 2 faces make a set, not " + minimum);
        }
    }

    /** Fails as INVALID when it cannot be a cosine distance. */
    static void requireDistance(double distance, String what) {
        if (!(distance >= 0 && distance <= 2)) {
            throw ErrorCode.INVALID.exception(what + " lies between 0 and 2, but it is " + distance);
        }
    }

    boolean isGood(FaceQuality quality) {
        return quality.shortSide() >= least.shortSide()
                && quality.sharpness() >= least.sharpness()
                && quality.frontality() >= least.frontality()
                && quality.score() >= least.score();
    }

    GatheringSettings gathering() {
        return new GatheringSettings(1 - distance, minimum, least);
    }
}
