package app.heirloom.server;

import static app.heirloom.server.RecognitionTest.TEST_DATA;
import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.embedding.FrameSampling;
import app.heirloom.library.preview.PreviewSettings;
import app.heirloom.library.recognition.FaceSettings;
import app.heirloom.server.ServerConfig.Decoding;
import app.heirloom.server.ServerConfig.Recognition;
import app.heirloom.server.http.Listening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Who is seen in videos, on a whole server with the real models where they are. */
class VideoPeopleTest {
    private static final String FIVE_SECONDS_EACH = "[0]scale=896:592,setsar=1[a];[1]scale=896:592,setsar=1[b];"
            + "[2]scale=896:592,setsar=1[c];[a][b][c]concat=n=3";

    @TempDir
    Path folder;

    @Test
    void peopleAreFoundBehindThePreviewWhereThatIsWanted() throws Exception {
        RecognitionTest.addModels(folder);
        Path video = video(photo("0001"), photo("0002"), photo("0050"));
        String id;
        try (TestServer server = TestServer.withAdmin(config(FrameSampling.NONE))) {
            for (String number : List.of("0047", "0048", "0049")) {
                upload(server, photo(number));
            }
            id = upload(server, video);
            RecognitionTest.awaitIdle(server);
            assertThat(server.get("/faces?id=" + id).json())
                    .as("whom the preview shows")
                    .hasSize(1);
        }
        try (TestServer server = TestServer.start(config(new FrameSampling(20)))) {
            server.logIn();
            server.send("PUT", "/jobs/faceDetection", "{\"command\": \"start\", \"force\": true}");
            RecognitionTest.awaitIdle(server);

            JsonNode faces = server.get("/faces?id=" + id).json();
            assertThat(faces).hasSize(2);
            JsonNode people = server.get("/people").json().get("people");
            assertThat(people)
                    .as("one with three photos; the other is seen here alone")
                    .hasSize(1);
            String person = people.get(0).get("id").stringValue();
            assertThat(faces)
                    .filteredOn(face -> face.get("person").isObject())
                    .singleElement()
                    .satisfies(face ->
                            assertThat(face.at("/person/id").stringValue()).isEqualTo(person));
            assertThat(server.get("/people/" + person + "/statistics")
                            .json()
                            .get("assets")
                            .intValue())
                    .isEqualTo(4);
        }
    }

    private ServerConfig config(FrameSampling frames) {
        FaceSettings usual = FaceSettings.DEFAULT;
        var faces = new FaceSettings(
                true, usual.pack(), usual.minimumFaces(), usual.maximumDistance(), usual.minimumScore(), frames);
        return new ServerConfig(
                new Listening("127.0.0.1", 0, ""),
                folder,
                Optional.empty(),
                new Decoding(TestServer.MEDIA_PROGRAMS, PreviewSettings.DEFAULT),
                new Recognition(folder.resolve("models"), faces),
                false);
    }

    private static Path photo(String number) {
        return TEST_DATA.resolve("faces/caltech/image_" + number + ".jpg");
    }

    private Path video(Path... photos) throws Exception {
        Path video = folder.resolve("video.mp4");
        List<String> command = new ArrayList<>(
                List.of(TestServer.MEDIA_PROGRAMS.resolve("ffmpeg").toString(), "-v", "error", "-nostdin", "-y"));
        for (Path photo : photos) {
            command.addAll(List.of("-loop", "1", "-framerate", "2", "-t", "5", "-i", photo.toString()));
        }
        command.addAll(List.of("-filter_complex", FIVE_SECONDS_EACH, "-c:v", "mpeg4", "-q:v", "2", "-g", "2"));
        command.add(video.toString());
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        return video;
    }

    private static String upload(TestServer server, Path file) throws IOException {
        TestServer.Response response = server.upload(
                Form.ofUpload().file("assetData", file.getFileName().toString(), Files.readAllBytes(file)));
        assertThat(response.status()).isEqualTo(201);
        return response.json().get("id").stringValue();
    }
}
