package app.heirloom.cli.duplicate;

import app.heirloom.cli.review.ReviewCommand;
import app.heirloom.cli.terminal.Subcommands;
import picocli.CommandLine.Command;

/** Duplicates on a photo server. */
@Command(
        name = "dupes",
        description =
                "Judge and end duplicates on a photo server, Immich or Heirloom, so that all of it can be undone.")
@Subcommands({
    AnalyzeCommand.class,
    ExecuteCommand.class,
    VerifyCommand.class,
    RestoreCommand.class,
    StatusCommand.class,
    CandidatesCommand.class,
    LetterboxCommand.class,
    ReviewCommand.class
})
public final class DupesCommand {}
