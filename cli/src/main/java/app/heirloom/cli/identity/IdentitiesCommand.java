package app.heirloom.cli.identity;

import app.heirloom.cli.terminal.Subcommands;
import picocli.CommandLine.Command;

/** People of a photo server, in stages that may run on different machines. */
@Command(
        name = "identities",
        description = "Find out who is on the pictures of a photo server, Immich or Heirloom, in stages that may be"
                + " stopped at any moment and may run on different machines.")
@Subcommands({
    RunCommand.class,
    StageCommand.class,
    EmbedCommand.class,
    WorkCommand.class,
    ExtendCommand.class,
    ClusterCommand.class,
    ExportCommand.class,
    ConsolidateCommand.class,
    ApplyCommand.class,
    StatusCommand.class
})
public final class IdentitiesCommand {}
