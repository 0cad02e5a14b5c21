package app.heirloom.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.testkit.TinyExif;
import app.heirloom.testkit.TinyPhotos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** External libraries over HTTP, with everything behind them. */
class ExternalLibraryTest {
    @TempDir
    Path folder;

    private Path photos;
    private TestServer server;
    private String owner;

    @BeforeEach
    void start() throws IOException {
        photos = Files.createDirectories(folder.resolve("photos"));
        server = TestServer.withAdmin(folder.resolve("data"));
        owner = server.get("/users/me").json().get("id").stringValue();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aScannedPhotoIsShownWithItsMetadataAndPreview() throws IOException {
        photo("2024/a.jpg", 64);
        String library = create();
        scan(library);
        JsonNode asset = onlyAsset();
        assertThat(asset.get("libraryId").stringValue()).isEqualTo(library);
        assertThat(asset.get("originalPath").stringValue())
                .isEqualTo(photos.resolve("2024/a.jpg").toString());
        assertThat(asset.get("localDateTime").stringValue()).isEqualTo("2001-02-03T04:05:06.000Z");
        String id = asset.get("id").stringValue();
        assertThat(server.get("/assets/" + id + "/thumbnail").status()).isEqualTo(200);
        assertThat(server.get("/assets/" + id + "/original").raw().body())
                .isEqualTo(Files.readAllBytes(photos.resolve("2024/a.jpg")));
        JsonNode statistics =
                server.get("/libraries/" + library + "/statistics").json();
        assertThat(statistics.get("photos").intValue()).isEqualTo(1);
        assertThat(statistics.get("usage").longValue()).isEqualTo(Files.size(photos.resolve("2024/a.jpg")));
        assertThat(server.get("/users/me").json().get("quotaUsageInBytes").longValue())
                .isZero();
    }

    @Test
    void anEditGoesToTheSidecarBesideAndComesBackFromThere() throws IOException {
        Path original = photo("a.jpg", 64);
        byte[] bytes = Files.readAllBytes(original);
        String library = create();
        scan(library);
        String id = onlyAsset().get("id").stringValue();
        server.send("PUT", "/assets/" + id, """
                {"description": "on the beach", "rating": 4, "latitude": 48.5, "longitude": -4.25,
                 "dateTimeOriginal": "2001-06-02T10:00:00.000+02:00"}""");
        await();
        assertThat(photos.resolve("a.jpg.xmp")).content().contains("on the beach", "2001-06-02T10:00:00+02:00");
        assertThat(original).hasBinaryContent(bytes);

        server.send("DELETE", "/libraries/" + library, "");
        await();
        scan(create());
        JsonNode found = onlyAsset();
        assertThat(found.get("id").stringValue()).isNotEqualTo(id);
        assertThat(found.get("localDateTime").stringValue()).isEqualTo("2001-06-02T10:00:00.000Z");
        JsonNode exif =
                server.get("/assets/" + found.get("id").stringValue()).json().get("exifInfo");
        assertThat(exif.get("description").stringValue()).isEqualTo("on the beach");
        assertThat(exif.get("rating").intValue()).isEqualTo(4);
        assertThat(exif.get("latitude").doubleValue()).isEqualTo(48.5);
        assertThat(exif.get("longitude").doubleValue()).isEqualTo(-4.25);
        assertThat(exif.get("dateTimeOriginal").stringValue()).isEqualTo("2001-06-02T08:00:00.000+00:00");
    }

    @Test
    void changedContentGetsANewPreview() throws IOException {
        photo("a.jpg", 64);
        String library = create();
        scan(library);
        JsonNode before = onlyAsset();
        photo("a.jpg", 96);
        scan(library);
        JsonNode after = onlyAsset();
        assertThat(after.get("id")).isEqualTo(before.get("id"));
        assertThat(after.get("width").intValue()).isEqualTo(96);
        assertThat(after.get("checksum")).isNotEqualTo(before.get("checksum"));
    }

    @Test
    void deletingForGoodSparesTheFile() throws IOException {
        Path original = photo("a.jpg", 64);
        String library = create();
        scan(library);
        String id = onlyAsset().get("id").stringValue();
        server.send("DELETE", "/assets", "{\"ids\": [\"" + id + "\"], \"force\": true}");
        await();
        assertThat(original).exists();
        scan(library);
        assertThat(onlyAsset().get("id").stringValue()).isNotEqualTo(id);
    }

    @Test
    void badPathsAreToldApart() throws IOException {
        String library = create();
        String data = folder.resolve("data/originals").toString();
        Path loop = Files.createSymbolicLink(folder.resolve("innocent"), Path.of(data));
        JsonNode verdicts = server.post(
                        "/libraries/" + library + "/validate",
                        "{\"importPaths\": [\"%s\", \"%s\", \"%s\", \"x\"]}".formatted(photos, data, loop))
                .json()
                .get("importPaths");
        assertThat(verdicts.size()).isEqualTo(4);
        assertThat(verdicts.get(0).get("isValid").booleanValue()).isTrue();
        assertThat(verdicts.get(0).has("message")).isFalse();
        for (int i = 1; i < 4; i++) {
            assertThat(verdicts.get(i).get("isValid").booleanValue()).isFalse();
            assertThat(verdicts.get(i).get("message").stringValue()).isNotBlank();
        }
        for (String bad : new String[] {
            "{\"importPaths\": [\"%s\"]}".formatted(data),
            "{\"importPaths\": [\"%s\"]}".formatted(folder.resolve("missing")),
            "{\"importPaths\": [\"%s\", \"%s\"]}".formatted(photos, photos),
            "{\"importPaths\": [\"\"]}",
            "{\"importPaths\": \"" + photos + "\"}",
            "{\"exclusionPatterns\": [\"**/{a\"]}",
            "{\"importPaths\": [" + "\"/x\",".repeat(128) + "\"/y\"]}",
            "{\"name\": \"\"}"
        }) {
            assertThat(server.send("PUT", "/libraries/" + library, bad).status())
                    .as(bad)
                    .isEqualTo(400);
        }
        assertThat(server.send("PATCH", "/libraries/" + library, "{\"name\": \"Holidays\"}")
                        .json()
                        .get("name")
                        .stringValue())
                .isEqualTo("Holidays");
        assertThat(server.get("/libraries/00000000-0000-4000-8000-000000000000").status())
                .isEqualTo(400);
    }

    @Test
    void theQueueStartsScansOfAll() throws IOException {
        create();
        photo("a.jpg", 64);
        assertThat(server.send("PUT", "/jobs/library", "{\"command\": \"start\", \"force\": true}")
                        .status())
                .isEqualTo(200);
        await();
        assertThat(onlyAsset().get("originalFileName").stringValue()).isEqualTo("a.jpg");
    }

    private String create() {
        var answer = server.post("/libraries", """
                {"ownerId": "%s", "name": "Photos", "importPaths": ["%s"]}""".formatted(owner, photos));
        assertThat(answer.status()).isEqualTo(201);
        return answer.json().get("id").stringValue();
    }

    private void scan(String library) {
        assertThat(server.post("/libraries/" + library + "/scan", "").status()).isEqualTo(204);
        await();
    }

    /** Until no queue has anything to do. */
    private void await() {
        TestServer.await(() -> server.get("/jobs").json().valueStream().allMatch(queue -> {
            JsonNode counts = queue.get("jobCounts");
            return counts.get("active").intValue()
                            + counts.get("waiting").intValue()
                            + counts.get("delayed").intValue()
                    == 0;
        }));
    }

    private JsonNode onlyAsset() {
        JsonNode items =
                server.post("/search/metadata", "{}").json().get("assets").get("items");
        assertThat(items.size()).isEqualTo(1);
        return items.get(0);
    }

    private Path photo(String name, int width) throws IOException {
        Path file = photos.resolve(name);
        Files.createDirectories(file.getParent());
        byte[] photo = TinyPhotos.withExif(TinyPhotos.jpeg(width, 48), new TinyExif().taken("2001:02:03 04:05:06"));
        return Files.write(file, photo);
    }
}
