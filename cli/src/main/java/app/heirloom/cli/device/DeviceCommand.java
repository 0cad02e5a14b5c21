package app.heirloom.cli.device;

import app.heirloom.cli.terminal.Subcommands;
import picocli.CommandLine.Command;

/** Phones and folders beside a photo server. */
@Command(
        name = "device",
        description = "Compare a phone, a card or a folder with a photo server, Immich or Heirloom, and carry over what"
                + " was deleted or is new.")
@Subcommands({
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
public final class DeviceCommand {}
