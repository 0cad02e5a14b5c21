package app.heirloom.cli.gallery;

import app.heirloom.library.gallery.GalleryCounts;
import app.heirloom.server.Logging;
import app.heirloom.storage.sql.SqlStorage;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "status", description = "Show how much is indexed.")
final class StatusCommand implements Runnable {
    @Mixin
    private GalleryOptions options = new GalleryOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        Logging.configure();
        try (SqlStorage storage = options.open()) {
            GalleryCounts counts =
                    storage.transactions().read(() -> storage.galleries().counts());
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            out.printf(Locale.ROOT, "galleries  %,d%n", counts.galleries());
            out.printf(Locale.ROOT, "photos     %,d, %,d MB%n", counts.files(), counts.sizeInBytes() / 1_000_000);
            out.printf(Locale.ROOT, "contents   %,d%n", counts.contents());
            out.printf(Locale.ROOT, "failed     %,d%n", counts.failed());
            out.flush();
        }
    }
}
