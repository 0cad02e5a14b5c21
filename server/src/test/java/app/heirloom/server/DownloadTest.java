package app.heirloom.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.testkit.TinyPhotos;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Downloads of many originals, folders and the map. */
class DownloadTest {
    private final Path folder;

    @AutoClose
    private final TestServer server;

    DownloadTest(@TempDir Path folder) {
        this.folder = folder;
        server = TestServer.withAdmin(folder);
    }

    @Test
    void packsOriginalsUnderNamesOfTheirOwn() throws IOException {
        byte[] first = TinyPhotos.jpeg(40, 20);
        byte[] second = TinyPhotos.jpeg(20, 40);
        var archive =
                archive(upload("a.jpg", first), upload("a.jpg", second), upload("Ä+1.jpg", TinyPhotos.jpeg(8, 8)));
        assertThat(archive.raw().headers().firstValue("Content-Type")).hasValue("application/zip");
        Map<String, byte[]> entries = entries(archive);
        assertThat(entries).containsOnlyKeys("a.jpg", "a+1.jpg", "Ä+1.jpg");
        assertThat(entries.get("a.jpg")).isEqualTo(first);
        assertThat(entries.get("a+1.jpg")).isEqualTo(second);
    }

    @Test
    void tellsOfMissingFilesInsideTheArchive() throws IOException {
        String here = upload("here.jpg", TinyPhotos.jpeg(40, 20));
        String gone = upload("gone.jpg", TinyPhotos.jpeg(20, 40));
        String path = server.get("/assets/" + gone).json().get("originalPath").stringValue();
        Files.delete(folder.resolve(path));
        Map<String, byte[]> entries = entries(archive(here, gone));
        assertThat(entries).containsOnlyKeys("here.jpg", "missing.txt");
        assertThat(new String(entries.get("missing.txt"), StandardCharsets.UTF_8))
                .contains("gone.jpg");
    }

    @Test
    void dividesWhatIsTooLargeForOneArchive() {
        String first = upload("a.jpg", TinyPhotos.jpeg(40, 20));
        String second = upload("b.jpg", TinyPhotos.jpeg(20, 40));
        var body = "{\"assetIds\": [\"%s\", \"%s\"], \"archiveSize\": 1}".formatted(first, second);
        JsonNode plan = server.post("/download/info", body).json();
        assertThat(plan.get("archives").size()).isEqualTo(2);
        assertThat(plan.get("archives").get(1).get("assetIds").get(0).stringValue())
                .isEqualTo(second);
        String me = server.get("/users/me").json().get("id").stringValue();
        JsonNode all =
                server.post("/download/info", "{\"userId\": \"" + me + "\"}").json();
        assertThat(all.get("archives").size()).isEqualTo(1);
        assertThat(all.get("totalSize")).isEqualTo(plan.get("totalSize"));
    }

    @Test
    void showsWhatLiesInAFolder() {
        String id = upload("a.jpg", TinyPhotos.jpeg(40, 20));
        JsonNode paths = server.get("/view/folder/unique-paths").json();
        assertThat(paths.size()).isEqualTo(1);
        String path = paths.get(0).stringValue();
        JsonNode assets = server.get("/view/folder?path=" + path).json();
        assertThat(assets.get(0).get("id").stringValue()).isEqualTo(id);
        assertThat(assets.get(0).get("originalPath").stringValue()).startsWith(path + "/");
        String parent = path.substring(0, path.lastIndexOf('/'));
        assertThat(server.get("/view/folder?path=" + parent).json().size()).isZero();
    }

    @Test
    void showsOnAMapWhatHasAPlace() {
        upload("nowhere.jpg", TinyPhotos.jpeg(40, 20));
        String id = upload("a.jpg", TinyPhotos.withIptc(TinyPhotos.jpeg(20, 40), Map.of(90, "\"Brig\"")));
        TestServer.await(() ->
                server.get("/assets/" + id).json().get("exifInfo").get("city").isString());
        assertThat(server.get("/map/markers").json().size()).isZero();
        server.send("PUT", "/assets/" + id, "{\"latitude\": 46.5, \"longitude\": 8}");
        JsonNode marker = server.get("/map/markers?isFavorite=false").json().get(0);
        assertThat(marker.get("id").stringValue()).isEqualTo(id);
        assertThat(marker.get("lat").doubleValue()).isEqualTo(46.5);
        assertThat(marker.get("city").isNull()).isTrue();
    }

    private TestServer.Response archive(String... ids) {
        var archive = server.post("/download/archive", "{\"assetIds\": [\"" + String.join("\", \"", ids) + "\"]}");
        assertThat(archive.status()).isEqualTo(200);
        return archive;
    }

    private static Map<String, byte[]> entries(TestServer.Response archive) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive.raw().body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private String upload(String name, byte[] photo) {
        return server.upload(Form.ofUpload().file("assetData", name, photo))
                .json()
                .get("id")
                .stringValue();
    }
}
