package app.heirloom.cli.review;

import app.heirloom.cli.remote.ServerOptions;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.tools.duplicates.AnalysisFile;
import app.heirloom.tools.duplicates.Review;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets somebody look through an analysis before it is executed. */
@Command(
        name = "review",
        description =
                "Look through an analysis in a browser on this machine: side by side, other keepers, no duplicates."
                        + " Changes the file; the server is told only what is no duplicate.")
public final class ReviewCommand implements Runnable {
    @Mixin
    private ServerOptions server = new ServerOptions();

    @Parameters(paramLabel = "FILE", description = "What analyze wrote.")
    private Path input = Path.of("");

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = {"Port on 127.0.0.1; 0 for any that is free.", "Default: ${DEFAULT-VALUE}"})
    private int port;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        AnalysisFile analysis = AnalysisFile.open(input);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        int changes = server.use(photos -> {
            photos.account().require(ReviewPhotos.NEEDED);
            analysis.requireFor(photos.account());
            return review(photos, out);
        });
        out.println(changes + " decisions are in " + input);
        out.flush();
    }

    private int review(PhotoServer photos, PrintWriter out) {
        Review review = Review.open(input, photos.duplicates());
        try (var page = ReviewServer.start(port, new ReviewRoutes(review, new ReviewPhotos(photos), input))) {
            out.println("Open " + page.address() + " in a browser; Done there, or Ctrl-C, ends this");
            out.flush();
            page.awaitEnd();
        }
        return review.changes();
    }
}
