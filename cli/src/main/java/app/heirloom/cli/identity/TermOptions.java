package app.heirloom.cli.identity;

import app.heirloom.library.face.FaceQuality;
import app.heirloom.library.identity.IdentityTerms;
import picocli.CommandLine.Option;

/** How faces become identity sets. */
final class TermOptions {
    private static final IdentityTerms DEFAULT = IdentityTerms.DEFAULT;

    @Option(
            names = "--coverage",
            paramLabel = "DISTANCE",
            defaultValue = "0.45",
            description = {"Cosine distance from a set up to which a face is its person's.", "Default: ${DEFAULT-VALUE}"
            })
    private double coverage = DEFAULT.coverage();

    @Option(
            names = "--distance",
            paramLabel = "DISTANCE",
            defaultValue = "0.55",
            description = {
                "Mean cosine distance up to which groups of faces are one person's.",
                "Default: ${DEFAULT-VALUE}"
            })
    private double distance = DEFAULT.distance();

    @Option(
            names = "--outlier",
            paramLabel = "DISTANCE",
            defaultValue = "0.45",
            description = {
                "Cosine distance from the mean of its group beyond which a face is left out.",
                "Default: ${DEFAULT-VALUE}"
            })
    private double outlier = DEFAULT.outlier();

    @Option(
            names = "--min-face",
            paramLabel = "PIXELS",
            defaultValue = "90",
            description = {"Shorter side that a face must have, in pixels of the original.", "Default: ${DEFAULT-VALUE}"
            })
    private float minimumFace = DEFAULT.least().shortSide();

    @Option(
            names = "--min-sharpness",
            paramLabel = "SHARE",
            defaultValue = "0.1",
            description = {"How sharp a face must be, 0 to 1.", "Default: ${DEFAULT-VALUE}"})
    private float sharpness = DEFAULT.least().sharpness();

    @Option(
            names = "--min-frontality",
            paramLabel = "SHARE",
            defaultValue = "0.15",
            description = {"How much a face must look into the camera, 0 to 1.", "Default: ${DEFAULT-VALUE}"})
    private float frontality = DEFAULT.least().frontality();

    @Option(
            names = "--min-score",
            paramLabel = "SCORE",
            defaultValue = "0.6",
            description = {"How sure the model must be of a face, 0 to 1.", "Default: ${DEFAULT-VALUE}"})
    private float score = DEFAULT.least().score();

    @Option(
            names = "--across-users",
            description = "Make no set of people who are in sets of other users; nothing of these is changed.")
    private boolean acrossUsers;

    /** How many faces a set has, which both clustering and export ask. */
    static final class Minimum {
        @Option(
                names = "--min-faces",
                paramLabel = "COUNT",
                defaultValue = "6",
                description = {"How many faces make a set.", "Default: ${DEFAULT-VALUE}"})
        private int faces = DEFAULT.minimum();

        int faces() {
            return faces;
        }
    }

    boolean acrossUsers() {
        return acrossUsers;
    }

    IdentityTerms chosen(Minimum minimum) {
        return new IdentityTerms(
                coverage,
                distance,
                outlier,
                new FaceQuality(minimumFace, sharpness, frontality, score),
                minimum.faces());
    }
}
