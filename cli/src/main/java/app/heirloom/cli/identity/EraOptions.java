package app.heirloom.cli.identity;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.identity.EraSplit;
import picocli.CommandLine.Option;

/** How the faces of a person are split by age. */
final class EraOptions {
    @Option(
            names = "--era-distance",
            paramLabel = "DISTANCE",
            defaultValue = "0.40",
            description = {
                "Cosine distance up to which the faces of two years are of one era.",
                "Default: ${DEFAULT-VALUE}"
            })
    private double distance = EraSplit.DEFAULT.distance();

    @Option(
            names = "--era-years",
            paramLabel = "YEARS",
            defaultValue = "5",
            description = {"How many years an era lasts before and after its middle.", "Default: ${DEFAULT-VALUE}"})
    private int years = EraSplit.DEFAULT.years();

    EraSplit chosen() {
        if (!(distance >= 0 && distance <= 2) || years < 0) {
            throw ErrorCode.INVALID.exception("--era-distance lies between 0 and 2, and --era-years is at least 0");
        }
        return new EraSplit(distance, years);
    }
}
