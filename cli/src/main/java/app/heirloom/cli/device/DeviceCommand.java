package app.heirloom.cli.device;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Phones and folders beside a photo server. */
@Command(
        name = "device",
        description = "Compare a phone, a card or a folder with a photo server, Immich or Heirloom, and carry over what"
                + " was deleted or is new.",
        subcommands = {
            AddCommand.class,
            ScanCommand.class,
            StatusCommand.class,
            PlanCommand.class,
            ApplyCommand.class,
            RestoreCommand.class,
            VerifyCommand.class,
            UploadCommand.class,
            HistoryCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            ForgetCommand.class
        })
public final class DeviceCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        var commandLine = Objects.requireNonNull(spec).commandLine();
        commandLine.usage(commandLine.getOut());
    }
}
