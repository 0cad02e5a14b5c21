package app.heirloom.cli.gallery;

import app.heirloom.cli.terminal.Subcommands;
import picocli.CommandLine.Command;

/** Photos where they lie, without a server. */
@Command(name = "gallery", description = "Index folders of photos in place, find people and photos in them.")
@Subcommands({
    IndexCommand.class,
    ClusterCommand.class,
    SearchCommand.class,
    PeopleCommand.class,
    StatusCommand.class,
    DoctorCommand.class,
    BackfillCommand.class,
    MigrateCommand.class
})
public final class GalleryCommand {}
