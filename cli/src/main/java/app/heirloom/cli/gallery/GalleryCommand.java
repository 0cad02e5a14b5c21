package app.heirloom.cli.gallery;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Photos where they lie, without a server. */
@Command(
        name = "gallery",
        description = "Index folders of photos in place, find people and photos in them.",
        subcommands = {
            IndexCommand.class,
            ClusterCommand.class,
            SearchCommand.class,
            PeopleCommand.class,
            StatusCommand.class,
            DoctorCommand.class,
            BackfillCommand.class,
            MigrateCommand.class
        })
public final class GalleryCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        var line = Objects.requireNonNull(spec).commandLine();
        line.usage(line.getOut());
    }
}
