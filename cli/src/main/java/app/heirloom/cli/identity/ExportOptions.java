package app.heirloom.cli.identity;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.identity.EraSplit;
import app.heirloom.tools.identities.sets.SetExport;
import picocli.CommandLine.Option;

/** How sets are exported, which two commands ask. */
final class ExportOptions {
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

    @Option(
            names = "--top",
            paramLabel = "COUNT",
            defaultValue = "20",
            description = {
                "How many of the best faces get a file of embeddings of their own; 0 for no such file.",
                "Default: ${DEFAULT-VALUE}"
            })
    private int top = 20;

    SetExport.Settings chosen(TermOptions.Minimum minimum) {
        if (top < 0) {
            throw ErrorCode.INVALID.exception("--top must be at least 0");
        }
        if (!(distance >= 0 && distance <= 2) || years < 0) {
            throw ErrorCode.INVALID.exception("--era-distance lies between 0 and 2, and --era-years is at least 0");
        }
        return new SetExport.Settings(minimum.faces(), new EraSplit(distance, years), top);
    }
}
