package app.heirloom.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.testkit.TinyExif;
import app.heirloom.testkit.TinyPhotos;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Owners take back what they said of an asset. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithdrawalTest {
    private static final String ELSEWHERE =
            "{\"latitude\":48.5,\"longitude\":2.5,\"dateTimeOriginal\":\"1999-01-02T03:04:05+02:00\"}";
    private static final String ALL = "{\"place\":true,\"fileCreatedAt\":\"2024-05-01T10:00:00.000Z\"}";

    @AutoClose
    private final TestServer server;

    private final Path data;

    WithdrawalTest(@TempDir Path data) {
        this.data = data;
        server = TestServer.withAdmin(data);
    }

    @Test
    void whatNoFileSaysIsUnknownAgain() {
        String asset = upload("silent.jpg", TinyPhotos.jpeg(40, 30));
        JsonNode before = exif(asset);
        server.send("PUT", "/assets/" + asset, ELSEWHERE);
        awaitIdle();
        assertThat(exif(asset).get("latitude").doubleValue()).isEqualTo(48.5);
        assertThat(exif(asset).get("timeZone").stringValue()).isEqualTo("UTC+2");

        assertThat(withdraw(asset, ALL)).isEqualTo(204);
        assertThat(exif(asset)).isEqualTo(before);
        awaitIdle();
        assertThat(exif(asset)).isEqualTo(before);
        refresh(asset);
        assertThat(exif(asset)).as("the sidecar says nothing either").isEqualTo(before);
    }

    @Test
    void whatTheFileSaysCountsAgain() {
        byte[] photo = TinyPhotos.withExif(
                TinyPhotos.jpeg(44, 30), new TinyExif().place(41, 12).taken("2020:02:03 04:05:06"));
        String asset = upload("telling.jpg", photo);
        JsonNode before = exif(asset);
        assertThat(before.get("latitude").doubleValue()).isEqualTo(41);
        server.send("PUT", "/assets/" + asset, ELSEWHERE);
        awaitIdle();
        withdraw(asset, ALL);
        awaitIdle();
        assertThat(exif(asset)).isEqualTo(before);
    }

    @Test
    void whatNobodySaidStaysAndSoDoesWhatIsNotTakenBack() {
        byte[] photo = TinyPhotos.withExif(TinyPhotos.jpeg(48, 30), new TinyExif().place(41, 12));
        String asset = upload("placed.jpg", photo);
        withdraw(asset, ALL);
        assertThat(exif(asset).get("latitude").doubleValue()).isEqualTo(41);
        server.send("PUT", "/assets/" + asset, ELSEWHERE);
        withdraw(asset, "{}");
        withdraw(asset, "{\"place\":false}");
        assertThat(exif(asset).get("latitude").doubleValue()).isEqualTo(48.5);
    }

    @Test
    void isForTheOwnerAlone() {
        String asset = upload("mine.jpg", TinyPhotos.jpeg(52, 30));
        server.send("PUT", "/assets/" + asset, ELSEWHERE);
        TestUser ben = TestUser.add(server, data, "Ben");
        assertThat(ben.send("POST", path(asset), ALL).status()).isEqualTo(400);
        assertThat(withdraw(asset, "{\"place\":1}")).isEqualTo(400);
        assertThat(withdraw(asset, "{\"fileCreatedAt\":\"yesterday\"}")).isEqualTo(400);
        assertThat(withdraw("none", ALL)).isEqualTo(400);
        assertThat(exif(asset).get("latitude").doubleValue()).isEqualTo(48.5);
    }

    private int withdraw(String asset, String body) {
        return server.post(path(asset), body).status();
    }

    private static String path(String asset) {
        return "/heirloom/assets/" + asset + "/withdrawal";
    }

    private JsonNode exif(String asset) {
        return server.get("/assets/" + asset).json().get("exifInfo");
    }

    private void refresh(String asset) {
        server.post("/assets/jobs", "{\"name\":\"refresh-metadata\",\"assetIds\":[\"" + asset + "\"]}");
        awaitIdle();
    }

    private String upload(String fileName, byte[] content) {
        String id = server.upload(Form.ofUpload().file("assetData", fileName, content))
                .json()
                .get("id")
                .stringValue();
        awaitIdle();
        return id;
    }

    private void awaitIdle() {
        TestServer.await(() -> StreamSupport.stream(server.get("/queues").json().spliterator(), false)
                .map(queue -> queue.get("statistics"))
                .allMatch(counts ->
                        counts.get("active").longValue() + counts.get("waiting").longValue() == 0));
    }
}
