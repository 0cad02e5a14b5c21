package app.heirloom.cli.identity;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** People of a photo server, in stages that may run on different machines. */
@Command(
        name = "identities",
        description = "Find out who is on the pictures of a photo server, Immich or Heirloom, in stages that may be"
                + " stopped at any moment and may run on different machines.",
        subcommands = {
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
public final class IdentitiesCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        var line = Objects.requireNonNull(spec).commandLine();
        line.usage(line.getOut());
    }
}
