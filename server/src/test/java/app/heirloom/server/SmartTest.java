package app.heirloom.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.preview.PreviewSettings;
import app.heirloom.library.recognition.FaceSettings;
import app.heirloom.server.TestServer.Response;
import app.heirloom.server.http.Listening;
import app.heirloom.testkit.TinyExif;
import app.heirloom.testkit.TinyModels;
import app.heirloom.testkit.TinyPhotos;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whatever looks at whole pictures, from the upload on. */
class SmartTest {
    @TempDir
    Path data;

    @Test
    void photosAreFoundByTheirColours() {
        TinyModels.writeColors(data.resolve("models"));
        try (var server = TestServer.withAdmin(data)) {
            assertThat(server.get("/server/features").json().get("smartSearch").booleanValue())
                    .isTrue();
            JsonNode search = server.get("/heirloom/abilities").json().get(1);
            assertThat(search.get("name").stringValue()).isEqualTo("smartSearch");
            assertThat(search.get("ready").booleanValue()).isTrue();
            assertThat(search.get("reason").isNull()).isTrue();
            String red = upload(server, "red.png", plain(Color.RED));
            String blue = upload(server, "blue.png", plain(Color.BLUE));
            String green = upload(server, "green.png", plain(Color.GREEN));
            TestServer.await(() -> search(server, "{\"query\": \"red\"}").size() == 3);
            assertThat(search(server, "{\"query\": \"red\", \"size\": 1}")).containsExactly(red);
            assertThat(search(server, "{\"query\": \"a blue photo\"}")).startsWith(blue);
            assertThat(search(server, "{\"query\": \"blue\", \"originalFileName\": \"green\"}"))
                    .containsExactly(green);
            assertThat(search(server, "{\"queryAssetId\": \"%s\", \"size\": 1}".formatted(green)))
                    .containsExactly(green);
            assertThat(server.post("/search/smart", "{\"query\": \"red\", \"size\": 2}")
                            .json()
                            .get("assets")
                            .get("nextPage")
                            .stringValue())
                    .isEqualTo("2");
            assertThat(search(server, "{\"query\": \"red\", \"size\": 2, \"page\": 2}"))
                    .hasSize(1);
        }
        try (var server = TestServer.start(data)) {
            server.logIn();
            TestServer.await(() -> search(server, "{\"query\": \"red\"}").size() == 3);
        }
    }

    @Test
    void theModelBeforeAnswersUntilAnotherOneHasLookedAtAll() throws IOException {
        Path models = data.resolve("models");
        Path first = TinyModels.writeColors(models);
        String red;
        try (var server = TestServer.withAdmin(data)) {
            red = upload(server, "red.png", plain(Color.RED));
            upload(server, "blue.png", plain(Color.BLUE));
            TestServer.await(() -> search(server, "{\"query\": \"red\"}").size() == 2);
            server.send("PUT", "/jobs/smartSearch", "{\"command\": \"pause\"}");
        }
        Path descriptor = Files.move(first, models.resolve("another")).resolve("pack.json");
        Files.writeString(descriptor, Files.readString(descriptor).replace(TinyModels.COLORS, "another"));
        TinyModels.writeColors(models);
        try (var server = TestServer.start(wanting("another"))) {
            server.logIn();
            TestServer.await(() -> search(server, "{\"query\": \"red\"}").size() == 2);
            assertThat(server.get("/jobs")
                            .json()
                            .at("/smartSearch/queueStatus/isPaused")
                            .booleanValue())
                    .isTrue();
            server.send("PUT", "/jobs/smartSearch", "{\"command\": \"resume\"}");
            RecognitionTest.awaitIdle(server);
            assertThat(search(server, "{\"query\": \"red\", \"size\": 1}")).containsExactly(red);
        }
        Files.move(first, data.resolve("gone"));
        try (var server = TestServer.start(wanting("another"))) {
            server.logIn();
            TestServer.await(() -> search(server, "{\"query\": \"red\"}").size() == 2);
            assertThat(data.resolve("indexes"))
                    .isDirectoryContaining("glob:**another")
                    .isDirectoryNotContaining("glob:**" + TinyModels.COLORS + "*");
        }
        try (var server = TestServer.start(wanting(TinyModels.COLORS))) {
            server.logIn();
            assertThat(server.get("/heirloom/abilities")
                            .json()
                            .get(1)
                            .get("reason")
                            .stringValue())
                    .contains(TinyModels.COLORS);
        }
    }

    private ServerConfig wanting(String searchPack) {
        var recognition =
                new ServerConfig.Recognition(data.resolve("models"), FaceSettings.DEFAULT, Optional.of(searchPack));
        return new ServerConfig(
                new Listening("127.0.0.1", 0, ""),
                data,
                Optional.empty(),
                new ServerConfig.Decoding(TestServer.MEDIA_PROGRAMS, PreviewSettings.DEFAULT),
                recognition,
                false);
    }

    @Test
    void withoutAModelItSaysSo() {
        try (var server = TestServer.withAdmin(data)) {
            Response answer = server.post("/search/smart", "{\"query\": \"red\"}");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.message()).contains("no model");
            assertThat(server.send("PUT", "/jobs/smartSearch", "{\"command\": \"start\", \"force\": true}")
                            .status())
                    .isEqualTo(400);
            JsonNode abilities = server.get("/heirloom/abilities").json();
            assertThat(abilities).hasSize(3).allSatisfy(ability -> {
                assertThat(ability.get("ready").booleanValue()).isFalse();
                assertThat(ability.get("reason").stringValue())
                        .contains(data.resolve("models").toString(), "has no model pack");
            });
            assertThat(server.get("/server/features")
                            .json()
                            .get("duplicateDetection")
                            .booleanValue())
                    .isTrue();
        }
    }

    @Test
    void versionsOfAPhotoAreDuplicatesAndDismissedOnesStayApart() {
        try (var server = TestServer.withAdmin(data)) {
            byte[] photo = TinyPhotos.jpeg(640, 480);
            List<String> versions = List.of(
                    upload(server, "photo.jpg", photo),
                    upload(server, "described.jpg", TinyPhotos.withExif(photo, new TinyExif().description("Sea"))),
                    upload(server, "small.jpg", TinyPhotos.jpeg(320, 240)));
            upload(server, "red.png", plain(Color.RED));
            upload(server, "blue.png", plain(Color.BLUE));
            TestServer.await(() -> groups(server).equals(List.of(versions.size())));
            String group =
                    server.get("/duplicates").json().get(0).get("duplicateId").stringValue();
            assertThat(server.send("DELETE", "/duplicates/" + group, "").status())
                    .isEqualTo(204);
            server.send("PUT", "/jobs/duplicateDetection", "{\"command\": \"start\", \"force\": true}");
            TestServer.await(() -> isIdle(server));
            assertThat(groups(server)).isEmpty();
        }
    }

    private static boolean isIdle(TestServer server) {
        JsonNode counts = server.get("/jobs").json().get("duplicateDetection").get("jobCounts");
        return counts.get("active").intValue() + counts.get("waiting").intValue() == 0;
    }

    private static List<Integer> groups(TestServer server) {
        List<Integer> sizes = new ArrayList<>();
        server.get("/duplicates")
                .json()
                .forEach(group -> sizes.add(group.get("assets").size()));
        return sizes;
    }

    private static List<String> search(TestServer server, String body) {
        List<String> ids = new ArrayList<>();
        server.post("/search/smart", body)
                .json()
                .get("assets")
                .get("items")
                .forEach(item -> ids.add(item.get("id").stringValue()));
        return ids;
    }

    private static String upload(TestServer server, String name, byte[] content) {
        Response answer = server.upload(Form.ofUpload().file("assetData", name, content));
        assertThat(answer.status()).isEqualTo(201);
        return answer.json().get("id").stringValue();
    }

    private static byte[] plain(Color color) {
        var picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(0, 0, 64, 48);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
