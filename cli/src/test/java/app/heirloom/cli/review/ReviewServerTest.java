package app.heirloom.cli.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.duplicate.KeeperRules;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.testkit.TinyPhotos;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.tools.Progress;
import app.heirloom.tools.duplicates.Analysis;
import app.heirloom.tools.duplicates.AnalysisFile;
import app.heirloom.tools.duplicates.AnalysisWriter;
import app.heirloom.tools.duplicates.AnalyzedGroup;
import app.heirloom.tools.duplicates.Review;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReviewServerTest {
    @TempDir
    private Path folder;

    private final FakePhotoServer photos = new FakePhotoServer();
    private final HttpClient http = HttpClient.newHttpClient();
    private Path file;
    private RemoteAsset keeper;
    private RemoteAsset loser;
    private DuplicateGroupId group;
    private ReviewServer server;

    @BeforeEach
    void start() {
        file = folder.resolve("analysis.json");
        keeper = photos.add("<b>keeper</b>.jpg", TinyPhotos.jpeg(80, 60));
        loser = photos.add("loser.jpg", TinyPhotos.jpeg(40, 30));
        group = photos.group(List.of(keeper.id(), loser.id()));
        for (int i = 0; i < ReviewRoutes.PAGE; i++) {
            byte[] more = {(byte) i, 1, 2};
            photos.group(List.of(
                    photos.add("a.jpg", more).id(), photos.add("b.jpg", more).id()));
        }
        var analysis = new Analysis(photos, KeeperRules.DEFAULT, Progress.NONE, InstantSource.system());
        try (AnalysisWriter writer = AnalysisWriter.open(file, analysis.header())) {
            writer.finish(analysis.run(writer::write));
        }
        var routes = new ReviewRoutes(Review.open(file, photos.duplicates()), new ReviewPhotos(photos), file);
        server = ReviewServer.start(0, routes);
    }

    @AfterEach
    void stop() {
        server.close();
        http.close();
    }

    private HttpResponse<byte[]> get(String path) {
        return send(HttpRequest.newBuilder(server.address().resolve(path)));
    }

    private HttpResponse<byte[]> post(String path) {
        return send(HttpRequest.newBuilder(server.address().resolve(path))
                .header("X-Heirloom-Review", "1")
                .POST(BodyPublishers.noBody()));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private List<AnalyzedGroup> saved() {
        List<AnalyzedGroup> saved = new ArrayList<>();
        AnalysisFile.open(file).forEach(saved::add);
        return saved;
    }

    @Test
    void servesItsPage() {
        assertThat(new String(get("").body(), StandardCharsets.UTF_8)).contains("review.js");
        assertThat(get("review.js").headers().firstValue("Content-Type")).hasValue("text/javascript; charset=utf-8");
        assertThat(get("review.css").statusCode()).isEqualTo(200);
        assertThat(get("../review.js").statusCode()).isEqualTo(404);
        assertThat(get("GroupView.class").statusCode()).isEqualTo(404);
    }

    @Test
    void showsGroupsPageByPage() {
        JsonNode first = json(get("groups"));
        assertThat(first.path("pages").intValue()).isEqualTo(2);
        assertThat(first.path("groups").size()).isEqualTo(ReviewRoutes.PAGE);
        assertThat(first.path("totals").path("groups").intValue()).isEqualTo(ReviewRoutes.PAGE + 1);
        JsonNode shown = first.path("groups").get(0);
        assertThat(shown.path("members").get(0).path("original").path("name").stringValue())
                .isEqualTo("<b>keeper</b>.jpg");
        assertThat(json(get("groups?page=2")).path("groups").size()).isEqualTo(1);
        assertThat(json(get("groups?page=99")).path("page").intValue()).isEqualTo(2);
        assertThat(json(get("groups?page=x")).path("page").intValue()).isEqualTo(1);
        assertThat(json(get("groups?doubtful")).path("groups").size()).isZero();
    }

    @Test
    void showsOnlyPicturesOfTheAnalysis() {
        HttpResponse<byte[]> thumbnail = get("thumbnail/" + keeper.id());
        assertThat(thumbnail.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(thumbnail.body()).isEqualTo(photos.bytesOf(keeper.id()));
        assertThat(get("preview/" + loser.id()).body()).isEqualTo(photos.bytesOf(loser.id()));
        AssetId other = photos.add("private.jpg", TinyPhotos.jpeg(8, 8)).id();
        assertThat(get("thumbnail/" + other).statusCode()).isEqualTo(404);
        assertThat(get("thumbnail/x").statusCode()).isEqualTo(404);
        assertThat(get("thumbnail").statusCode()).isEqualTo(404);
    }

    @Test
    void decisionsAreInTheFile() {
        JsonNode changed = json(post("keep?group=" + group + "&asset=" + loser.id()));
        assertThat(changed.path("members").get(0).path("id").stringValue())
                .isEqualTo(loser.id().toString());
        assertThat(saved().getFirst().keeper().id()).isEqualTo(loser.id());
        assertThat(json(post("dismiss?group=" + group)).path("groups").intValue())
                .isEqualTo(ReviewRoutes.PAGE);
        assertThat(saved()).hasSize(ReviewRoutes.PAGE);
        assertThat(photos.get(keeper.id()).state().grouping().duplicateGroup()).isNull();
        assertThat(post("dismiss?group=" + group).statusCode()).isEqualTo(409);
        assertThat(post("keep?group=x").statusCode()).isEqualTo(400);
    }

    /** As pages elsewhere would try. */
    @Test
    void nobodyElseGetsIn() throws IOException {
        URI address = server.address();
        assertThat(get("/").statusCode()).isEqualTo(404);
        assertThat(get("/0000/groups").statusCode()).isEqualTo(404);
        assertThat(send(HttpRequest.newBuilder(address.resolve("dismiss?group=" + group))
                                .POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(statusFor("evil.test:" + address.getPort(), address.getPath()))
                .contains(" 404 ");
        assertThat(statusFor("localhost:" + address.getPort(), address.getPath()))
                .contains(" 200 ");
        assertThat(saved()).hasSize(ReviewRoutes.PAGE + 1);
    }

    private String statusFor(String host, String path) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    @Test
    void endsWhenItsUserIsDone() throws InterruptedException {
        Thread waiting = Thread.ofVirtual().start(server::awaitEnd);
        assertThat(post("done").statusCode()).isEqualTo(200);
        waiting.join();
    }
}
