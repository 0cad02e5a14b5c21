package app.heirloom.cli.identity;

import app.heirloom.cli.terminal.Output;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.identity.Consolidation;
import app.heirloom.library.identity.MergeProposal;
import app.heirloom.tools.identities.sets.SetConsolidation;
import app.heirloom.tools.identities.sets.SetStore;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds sets that are one person. */
@Command(
        name = "consolidate",
        description =
                "Propose which of the user's identity sets may be one person; with --merge, make them one. What was"
                        + " merged is put away, and --undo brings it back.")
final class ConsolidateCommand implements Runnable {
    @Mixin
    private SetOptions sets = new SetOptions();

    @Option(
            names = "--distance",
            paramLabel = "DISTANCE",
            defaultValue = "0.40",
            description = {
                "Cosine distance up to which sets may be one person, each with each.",
                "Default: ${DEFAULT-VALUE}"
            })
    private double distance = Consolidation.DISTANCE;

    @Option(names = "--merge", description = "Make each proposal one set, under its lowest number.")
    private boolean merge;

    @Option(
            names = "--only",
            paramLabel = "N",
            split = ",",
            description = "Only the proposals with these lowest numbers.")
    private List<Integer> only = List.of();

    @Option(
            names = "--undo",
            paramLabel = "N",
            split = ",",
            description = "Make these sets, which became part of others, sets of their own again.")
    private List<Integer> undo = List.of();

    @Mixin
    private Output output = new Output();

    @Override
    public void run() {
        if (merge && !undo.isEmpty()) {
            throw ErrorCode.INVALID.exception("--merge and --undo contradict each other: give one");
        }
        try (SetStore store = sets.openFilled()) {
            var consolidation = new SetConsolidation(store);
            if (undo.isEmpty()) {
                consolidation.propose(sets.label(), distance).stream()
                        .filter(proposal -> only.isEmpty() || only.contains(proposal.target()))
                        .forEach(proposal -> tell(consolidation, proposal));
            } else {
                consolidation.undo(sets.label(), undo);
                output.print(Map.of("parted", undo), () -> output.out().println("Sets of their own again: " + undo));
            }
        }
    }

    private void tell(SetConsolidation consolidation, MergeProposal proposal) {
        if (merge) {
            consolidation.merge(proposal);
        }
        output.print(
                Map.of(
                        "set", proposal.target(),
                        "others", proposal.others(),
                        "distance", proposal.distance(),
                        "merged", merge),
                () -> output.out()
                        .printf(
                                Locale.ROOT,
                                "set %d %s %s (distance %.3f)%n",
                                proposal.target(),
                                merge ? "now has" : "may be",
                                proposal.others(),
                                proposal.distance()));
    }
}
