package app.heirloom.cli;

import app.heirloom.cli.device.DeviceCommand;
import app.heirloom.cli.duplicate.DupesCommand;
import app.heirloom.cli.gallery.GalleryCommand;
import app.heirloom.cli.identity.IdentitiesCommand;
import app.heirloom.cli.model.ModelsCommand;
import app.heirloom.cli.model.RecognizeCommand;
import app.heirloom.cli.terminal.Subcommands;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The tree of commands. */
@Command(
        name = "heirloom",
        description = "A self-hosted photo library that speaks the Immich API.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all went well",
            "1:a fault of the program",
            "2:wrong options, or something that is not possible here; the message tells how to mend it",
            "3:not all could be done, or something is not as it should be; the output tells what"
        })
@Subcommands({
    ServeCommand.class,
    ModelsCommand.class,
    RecognizeCommand.class,
    DupesCommand.class,
    GalleryCommand.class,
    DeviceCommand.class,
    IdentitiesCommand.class,
    CompletionCommand.class,
    WarmUpCommand.class
})
final class Heirloom {}
