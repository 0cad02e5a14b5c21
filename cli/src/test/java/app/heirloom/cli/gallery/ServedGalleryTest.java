package app.heirloom.cli.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.embedding.EmbeddingIndex;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.preview.PreviewSettings;
import app.heirloom.library.recognition.FaceSettings;
import app.heirloom.server.RunningServer;
import app.heirloom.server.ServerConfig;
import app.heirloom.server.ServerMain;
import app.heirloom.server.http.Listening;
import app.heirloom.storage.database.DatabaseConfig;
import app.heirloom.storage.sql.SqlStorage;
import app.heirloom.testkit.TinyModels;
import app.heirloom.testkit.TinyPhotos;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server over the database of an indexed gallery. */
class ServedGalleryTest {
    private static final String ADMIN = """
            {"email": "ann@example.com", "password": "correct horse", "name": "Ann"}""";

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private String api = "";
    private String token = "";

    @Test
    void anExternalLibraryOverTheSameFoldersEmbedsNothingAgain() throws Exception {
        Path photos = Files.createDirectories(folder.resolve("photos"));
        for (int i = 0; i < 5; i++) {
            Files.write(photos.resolve(i + ".jpg"), TinyPhotos.jpeg(100 + i, 80));
        }
        var gallery = new GalleryRun(folder.resolve("gallery.db").toString(), folder.resolve("models"));
        TinyModels.writeColors(gallery.models());
        gallery.run("index", "--target", photos);
        List<Long> embedded = embeddings(gallery);
        assertThat(embedded).hasSize(5);

        Files.write(photos.resolve("new.jpg"), TinyPhotos.jpeg(200, 80));
        try (RunningServer server = serve(gallery)) {
            api = server.url() + "/api";
            send("/auth/admin-sign-up", ADMIN);
            token = send("/auth/login", ADMIN).get("accessToken").stringValue();
            String owner = get("/users/me").get("id").stringValue();
            String library =
                    send("/libraries", """
                            {"ownerId": "%s", "importPaths": ["%s"]}""".formatted(owner, photos)).get("id").stringValue();
            send("/libraries/" + library + "/scan", "");
            await(() -> search().size() == 6);
        }
        assertThat(embeddings(gallery))
                .startsWith(embedded.toArray(Long[]::new))
                .hasSize(6);
    }

    private RunningServer serve(GalleryRun gallery) {
        return ServerMain.start(new ServerConfig(
                new Listening("127.0.0.1", 0, ""),
                folder.resolve("data"),
                Optional.of("sqlite:" + gallery.database()),
                new ServerConfig.Decoding(GalleryRun.MEDIA_PROGRAMS, PreviewSettings.DEFAULT),
                new ServerConfig.Recognition(gallery.models(), FaceSettings.DEFAULT),
                false));
    }

    /** Their numbers; one that is made again gets another. */
    private static List<Long> embeddings(GalleryRun gallery) {
        try (SqlStorage storage =
                SqlStorage.open(DatabaseConfig.sqlite(Path.of(gallery.database())), InstantSource.system())) {
            return storage
                    .transactions()
                    .read(() -> storage.embeddings().listAfter(new ModelId(TinyModels.COLORS), 0, 100))
                    .stream()
                    .map(EmbeddingIndex.Entry::number)
                    .toList();
        }
    }

    private JsonNode search() {
        return send("/search/smart", "{\"query\": \"red\"}").get("assets").get("items");
    }

    private JsonNode send(String path, String json) {
        return answer(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    private JsonNode get(String path) {
        return answer(request(path).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(api + path)).header("Authorization", "Bearer " + token);
    }

    private JsonNode answer(HttpRequest request) {
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode())
                    .as(request.uri() + ": " + answer.body())
                    .isBetween(200, 299);
            return JsonMapper.shared().readTree(answer.body().isEmpty() ? "{}" : answer.body());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
