package app.heirloom.cli;

import app.heirloom.cli.distribution.Distribution;
import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.server.Logging;
import app.heirloom.server.RunningServer;
import app.heirloom.server.ServerConfig;
import app.heirloom.server.ServerMain;
import app.heirloom.server.http.Listening;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Lives through a short day of a server, indexes its photo as a gallery, scans a device and uploads its photos, in a
 * directory of its own: what a training run of the AOT cache records.
 */
@Command(
        name = "warm-up",
        hidden = true,
        description = "Start a server, use it a little, index a gallery, scan and upload a device, and stop it.")
final class WarmUpCommand implements Callable<Integer> {
    @Option(names = "--media-programs", paramLabel = "DIR")
    private @Nullable Path mediaPrograms;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Logging.configure();
        Path data = Files.createTempDirectory("heirloom-warm-up");
        Path programs = mediaPrograms == null ? Distribution.mediaPrograms() : mediaPrograms;
        try (RunningServer server =
                ServerMain.start(ServerConfig.of(new Listening("127.0.0.1", 0, ""), data, programs))) {
            String key = new WarmUp(server.url()).run();
            index(data);
            new WarmUpDevice(data, programs, server.url(), key).run();
        } finally {
            remove(data);
        }
        return ExitCode.DONE;
    }

    private static void index(Path data) {
        String[] arguments = {
            "gallery",
            "index",
            "--target=" + data,
            "--database=" + data.resolve("gallery.db"),
            "--model-dir=" + data.resolve("models")
        };
        CliMain.run(arguments, Map.of());
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
