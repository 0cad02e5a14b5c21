package app.heirloom.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.testkit.TinyPhotos;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What trips programs up, on a whole server with the real models: each is looked at or says why not, and all goes on. */
class UnusualPhotosTest {
    @TempDir
    Path folder;

    @Test
    void queuesGoOnWhateverComes() throws IOException {
        RecognitionTest.addModels(folder);
        var photos = new UnusualPhotos(ImageIO.read(RecognitionTest.TEST_DATA
                .resolve("faces/caltech/image_0001.jpg")
                .toFile()));
        try (TestServer server = TestServer.withAdmin(folder)) {
            Map<String, String> uploaded = new LinkedHashMap<>();
            upload(server, uploaded, "garbage.jpg", "no picture at all".getBytes(StandardCharsets.UTF_8));
            upload(server, uploaded, "cut.png", Arrays.copyOf(photos.sixteenBits(), 90));
            upload(server, uploaded, "speck.jpg", photos.speck());
            upload(server, uploaded, "empty.jpg", TinyPhotos.jpeg(800, 600));
            upload(server, uploaded, "turned.jpg", photos.upsideDown());
            upload(server, uploaded, "grey.jpg", photos.grey());
            upload(server, uploaded, "inks.jpg", photos.inks());
            upload(server, uploaded, "deep.png", photos.sixteenBits());
            upload(server, uploaded, "moving.gif", photos.animated());
            upload(server, uploaded, "hundred.jpg", photos.hundred());
            RecognitionTest.awaitIdle(server);

            Map<String, Integer> faces = new LinkedHashMap<>();
            uploaded.forEach((name, id) ->
                    faces.put(name, server.get("/faces?id=" + id).json().size()));
            assertThat(faces)
                    .containsEntry("garbage.jpg", 0)
                    .containsEntry("cut.png", 0)
                    .containsEntry("speck.jpg", 0)
                    .containsEntry("empty.jpg", 0)
                    .containsEntry("turned.jpg", 1)
                    .containsEntry("grey.jpg", 1)
                    .containsEntry("inks.jpg", 1)
                    .containsEntry("deep.png", 1)
                    .containsEntry("moving.gif", 1);
            assertThat(faces.get("hundred.jpg")).isBetween(95, 100);
            assertThat(failures(server))
                    .as("damaged files, and why they failed")
                    .extracting(Failure::subject)
                    .containsOnly(uploaded.get("garbage.jpg"), uploaded.get("cut.png"));
            assertThat(failures(server))
                    .extracting(Failure::reason)
                    .allSatisfy(reason -> assertThat(reason).isNotBlank().doesNotContain("Exception"));
        }
    }

    private static void upload(TestServer server, Map<String, String> uploaded, String name, byte[] content) {
        TestServer.Response response = server.upload(Form.ofUpload().file("assetData", name, content));
        assertThat(response.status()).as(response.text()).isEqualTo(201);
        uploaded.put(name, response.json().get("id").stringValue());
    }

    private record Failure(String subject, String reason) {}

    private static List<Failure> failures(TestServer server) {
        var failures = new ArrayList<Failure>();
        for (JsonNode queue : server.get("/queues").json()) {
            String path = "/queues/" + queue.get("name").stringValue() + "/jobs?status=failed";
            for (JsonNode job : server.get(path).json()) {
                JsonNode data = job.get("data");
                failures.add(new Failure(
                        data.get("id").stringValue(), data.path("reason").asString("")));
            }
        }
        return failures;
    }
}
