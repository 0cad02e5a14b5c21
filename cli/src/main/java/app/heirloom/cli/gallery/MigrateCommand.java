package app.heirloom.cli.gallery;

import app.heirloom.server.Logging;
import app.heirloom.storage.sql.SqlStorage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "migrate", description = "Make the database, or bring it up to date; every other command does so too.")
final class MigrateCommand implements Runnable {
    @Mixin
    private GalleryOptions options = new GalleryOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        Logging.configure();
        try (SqlStorage storage = options.openOrMake()) {
            long galleries = storage.transactions()
                    .read(() -> storage.galleries().counts())
                    .galleries();
            Objects.requireNonNull(spec)
                    .commandLine()
                    .getOut()
                    .printf("%s is up to date and holds %,d galleries%n", options.name(), galleries);
        }
    }
}
