package app.heirloom.cli.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.duplicate.KeeperRules;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.testkit.TinyPhotos;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.testkit.remote.standin.StandInServer;
import app.heirloom.tools.Progress;
import app.heirloom.tools.duplicates.Analysis;
import app.heirloom.tools.duplicates.AnalysisWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command from its start to the click that ends it. */
class ReviewCommandTest {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/[0-9a-f]{32}/");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @Test
    void showsItsAddressAndEndsWhenItsUserIsDone() throws IOException, InterruptedException, ExecutionException {
        var photos = new FakePhotoServer();
        RemoteAsset keeper = photos.add("keeper.jpg", TinyPhotos.jpeg(80, 60));
        photos.group(List.of(
                keeper.id(), photos.add("loser.jpg", TinyPhotos.jpeg(8, 6)).id()));
        Path file = folder.resolve("analysis.json");
        var analysis = new Analysis(photos, KeeperRules.DEFAULT, Progress.NONE, InstantSource.system());
        try (AnalysisWriter writer = AnalysisWriter.open(file, analysis.header())) {
            writer.finish(analysis.run(writer::write));
        }
        var output = new StringWriter();
        CommandLine command = new CommandLine(new ReviewCommand()).setOut(new PrintWriter(output));
        try (var server = StandInServer.start(photos);
                var http = HttpClient.newHttpClient()) {
            var code = new FutureTask<>(() -> command.execute(
                    file.toString(),
                    "--url",
                    server.url(),
                    "--api-key",
                    StandInServer.KEY,
                    "--server-file",
                    folder.resolve("none.conf").toString()));
            Thread.ofPlatform().start(code);
            URI page = await(output, code);
            var thumbnail = http.send(
                    HttpRequest.newBuilder(page.resolve("thumbnail/" + keeper.id()))
                            .build(),
                    BodyHandlers.ofByteArray());
            assertThat(thumbnail.body()).isEqualTo(photos.bytesOf(keeper.id()));
            var done = HttpRequest.newBuilder(page.resolve("done"))
                    .header("X-Heirloom-Review", "1")
                    .POST(BodyPublishers.noBody());
            http.send(done.build(), BodyHandlers.discarding());
            assertThat(code.get()).isZero();
            assertThat(output.toString()).contains("0 decisions are in");
        }
    }

    private static URI await(StringWriter output, FutureTask<Integer> code) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Matcher matcher = ADDRESS.matcher(output.toString());
        while (!matcher.find()) {
            assertThat(code.isDone()).as("it ended: " + output).isFalse();
            assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
            Thread.onSpinWait();
            matcher = ADDRESS.matcher(output.toString());
        }
        return URI.create(matcher.group());
    }
}
