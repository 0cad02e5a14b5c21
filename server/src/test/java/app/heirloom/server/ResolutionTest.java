package app.heirloom.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.server.TestServer.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Duplicates are looked at, resolved and put back, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResolutionTest {
    @AutoClose
    private final TestServer server;

    private final Path data;

    ResolutionTest(@TempDir Path data) {
        this.data = data;
        server = TestServer.withAdmin(data);
    }

    @Test
    void aResolutionIsPreviewedDoneAndUndone() {
        String kept = upload("the larger one.jpg");
        String gone = upload("smaller.jpg");
        server.send("PUT", "/assets/" + gone, "{\"latitude\":48.5,\"longitude\":2.5,\"rating\":4,\"isFavorite\":true}");
        String album = text(server.post("/albums", "{\"albumName\":\"Sea\",\"assetIds\":[\"" + gone + "\"]}"), "id");
        String group = group(kept, gone);

        JsonNode page = server.get("/heirloom/duplicates").json();
        assertThat(page.get("total").intValue()).isEqualTo(1);
        assertThat(page.get("next").isNull()).isTrue();
        JsonNode shown = page.get("groups").get(0);
        assertThat(shown.get("duplicateId").stringValue()).isEqualTo(group);
        assertThat(shown.get("assets").get(0).get("id").stringValue()).isEqualTo(kept);
        assertThat(shown.get("reason").stringValue()).contains("largest");
        assertThat(server.get("/heirloom/duplicates?keep=favorite")
                        .json()
                        .get("groups")
                        .get(0)
                        .get("assets")
                        .get(0)
                        .get("id")
                        .stringValue())
                .isEqualTo(gone);

        String verdict = "{\"groups\":[{\"duplicateId\":\"%s\",\"keepAssetIds\":[\"%s\"],\"trashAssetIds\":[\"%s\"]}]}"
                .formatted(group, kept, gone);
        JsonNode merge = server.post("/heirloom/duplicates/preview", verdict)
                .json()
                .get(0)
                .get("merge");
        assertThat(merge.get("before").get("latitude").isNull()).isTrue();
        assertThat(merge.get("after").get("latitude").doubleValue()).isEqualTo(48.5);
        assertThat(merge.get("gained").toString())
                .isEqualTo("[{\"kind\":\"album\",\"id\":\"%s\",\"name\":\"Sea\"}]".formatted(album));

        server.post("/duplicates/resolve", verdict);
        TestServer.await(() -> sidecarOf(kept).contains("GPSLatitude"));
        JsonNode done = server.get("/heirloom/duplicates/resolutions").json().get(0);
        assertThat(done.get("undone").booleanValue()).isFalse();
        assertThat(done.get("assets").toString())
                .contains("\"fileName\":\"the larger one.jpg\",\"trashed\":false", "smaller.jpg\",\"trashed\":true");

        String undo = "/heirloom/duplicates/resolutions/" + done.get("number").longValue() + "/undo";
        JsonNode undone = server.post(undo, "{}").json();
        assertThat(undone.get("restored").toString()).isEqualTo("[\"" + gone + "\"]");
        assertThat(undone.get("changed")).isEmpty();
        assertThat(texts(undone.get("takenBack")))
                .containsExactlyInAnyOrder("the favorite", "the rating", "the place", "the albums");
        JsonNode heir = server.get("/assets/" + kept).json();
        assertThat(heir.get("isFavorite").booleanValue()).isFalse();
        assertThat(heir.get("exifInfo").get("latitude").isNull()).isTrue();
        assertThat(server.get("/assets/" + gone).json().get("isTrashed").booleanValue())
                .isFalse();
        assertThat(server.get("/duplicates").json()).hasSize(1);
        TestServer.await(() -> !sidecarOf(kept).contains("GPSLatitude"));
        server.post("/assets/jobs", "{\"name\":\"refresh-metadata\",\"assetIds\":[\"" + kept + "\"]}");
        TestServer.await(this::isIdle);
        assertThat(server.get("/assets/" + kept)
                        .json()
                        .get("exifInfo")
                        .get("latitude")
                        .isNull())
                .isTrue();
        assertThat(server.post(undo, "{}").message()).isEqualTo("This was undone already");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(server.get("/heirloom/duplicates?limit=0").status()).isEqualTo(400);
        assertThat(server.get("/heirloom/duplicates?after=x").status()).isEqualTo(400);
        assertThat(server.get("/heirloom/duplicates?keep=prettiest").message()).contains("is not a rule");
        assertThat(server.post("/heirloom/duplicates/preview", "{}").message()).isEqualTo("Validation failed");
        assertThat(server.get("/heirloom/duplicates/resolutions?before=x").message())
                .isEqualTo("Validation failed");
        assertThat(server.post("/heirloom/duplicates/resolutions/x/undo", "{}").message())
                .isEqualTo("Validation failed");
        assertThat(server.post("/heirloom/duplicates/resolutions/0/undo", "{}").message())
                .isEqualTo("Not found or no duplicate.delete access");
    }

    @Test
    void nobodyElseSeesOrUndoesIt() {
        String kept = upload("mine, and larger.jpg");
        String gone = upload("mine.jpg");
        String group = group(kept, gone);
        String verdict = "{\"groups\":[{\"duplicateId\":\"%s\",\"keepAssetIds\":[\"%s\"],\"trashAssetIds\":[\"%s\"]}]}"
                .formatted(group, kept, gone);
        TestUser ben = TestUser.add(server, data, "Ben");
        assertThat(ben.get("/heirloom/duplicates").json().get("total").intValue())
                .isZero();
        assertThat(ben.send("POST", "/heirloom/duplicates/preview", verdict).status())
                .isEqualTo(400);
        server.post("/duplicates/resolve", verdict);
        long number = server.get("/heirloom/duplicates/resolutions")
                .json()
                .get(0)
                .get("number")
                .longValue();
        assertThat(ben.get("/heirloom/duplicates/resolutions").json()).isEmpty();
        assertThat(ben.send("POST", "/heirloom/duplicates/resolutions/" + number + "/undo", "{}")
                        .status())
                .isEqualTo(400);
        assertThat(server.get("/assets/" + gone).json().get("isTrashed").booleanValue())
                .isTrue();
    }

    private boolean isIdle() {
        return StreamSupport.stream(server.get("/queues").json().spliterator(), false)
                .map(queue -> queue.get("statistics"))
                .allMatch(counts ->
                        counts.get("active").longValue() + counts.get("waiting").longValue() == 0);
    }

    private String sidecarOf(String asset) {
        Path original = data.resolve(
                server.get("/assets/" + asset).json().get("originalPath").stringValue());
        Path sidecar = original.resolveSibling(original.getFileName() + ".xmp");
        try {
            return Files.exists(sidecar) ? Files.readString(sidecar) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String upload(String fileName) {
        Response response = server.upload(Form.ofFile(fileName, fileName));
        assertThat(response.status()).isEqualTo(201);
        return text(response, "id");
    }

    private String group(String... assets) {
        String group = UUID.randomUUID().toString();
        String ids = String.join("\",\"", assets);
        server.send("PUT", "/assets", "{\"ids\":[\"%s\"],\"duplicateId\":\"%s\"}".formatted(ids, group));
        return group;
    }

    private static String text(Response response, String field) {
        return response.json().get(field).stringValue();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::stringValue)
                .toList();
    }
}
