package app.heirloom.library.recognition;

import app.heirloom.library.embedding.FrameSampling;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.recognition.gathering.GatheringSettings;
import java.util.Optional;

/**
 * How a server finds and gathers faces, in the words of Immich's settings.
 *
 * @param enabled whether it does at all
 * @param pack the model pack that does it
 * @param minimumFaces how many faces make a person
 * @param maximumDistance cosine distance up to which faces are one person's, 0 to 2; empty for what suits the model
 * @param minimumScore how sure the model must be of a face, 0 to 1; empty for what suits the model
 * @param frames which moments of videos are looked at, beside their previews
 */
public record FaceSettings(
        boolean enabled,
        String pack,
        int minimumFaces,
        Optional<Double> maximumDistance,
        Optional<Double> minimumScore,
        FrameSampling frames) {
    public static final String DEFAULT_PACK = "faces-yunet-mobilefacenet";

    public static final FaceSettings DEFAULT =
            new FaceSettings(true, DEFAULT_PACK, 3, Optional.empty(), Optional.empty(), FrameSampling.NONE);

    public FaceSettings {
        if (minimumFaces < 1) {
            throw ErrorCode.INVALID.exception("At least 1 face makes a person, not " + minimumFaces);
        }
        requireWithin(maximumDistance, 2, "The distance of faces");
        requireWithin(minimumScore, 1, "The score of a face");
    }

    private static void requireWithin(Optional<Double> number, double most, String what) {
        if (number.isPresent() && !(number.get() >= 0 && number.get() <= most)) {
            throw ErrorCode.INVALID.exception(what + " lies between 0 and " + most + ", but it is " + number.get());
        }
    }

    /** How faces are gathered by a model that suggests this likeness. */
    public GatheringSettings gathering(double suggestedLikeness) {
        return new GatheringSettings(
                maximumDistance.map(distance -> 1 - distance).orElse(suggestedLikeness), minimumFaces);
    }
}
