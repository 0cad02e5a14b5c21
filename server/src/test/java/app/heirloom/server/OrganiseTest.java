package app.heirloom.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.server.TestServer.Response;
import app.heirloom.testkit.TinyPhotos;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What brings order into assets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrganiseTest {
    private static final String STRANGER = "00000000-0000-4000-8000-000000000000";

    @AutoClose
    private final TestServer server;

    private final Path data;

    OrganiseTest(@TempDir Path data) {
        this.data = data;
        server = TestServer.withAdmin(data);
    }

    @Test
    void tagsAreMadeNamedAndPutOnAssets() {
        String asset = upload("tagged.jpg");
        JsonNode leaf = server.send("PUT", "/tags", "{\"tags\":[\"Family/Anna\"]}")
                .json()
                .get(0);
        assertThat(leaf.get("name").stringValue()).isEqualTo("Anna");
        assertThat(leaf.has("color")).isFalse();
        String id = text(leaf, "id");
        assertThat(server.send("PUT", "/tags/" + id + "/assets", ids(asset, STRANGER))
                        .json()
                        .toString())
                .isEqualTo(
                        "[{\"id\":\"%s\",\"success\":true},{\"id\":\"%s\",\"success\":false,\"error\":\"no_permission\"}]"
                                .formatted(asset, STRANGER));
        JsonNode renamed = server.send(
                        "PATCH", "/tags/" + text(leaf, "parentId"), "{\"name\":\"Kin\",\"color\":\"ff8800\"}")
                .json();
        assertThat(text(renamed, "color")).isEqualTo("#ff8800");
        assertThat(renamed.has("parentId")).isFalse();
        JsonNode whole = server.get("/assets/" + asset).json();
        assertThat(text(whole.get("tags").get(0), "value")).isEqualTo("Kin/Anna");
        assertThat(whole.get("stack").isNull()).isTrue();
        assertThat(server.send("DELETE", "/tags/" + id + "/assets", ids(asset))
                        .json()
                        .get(0)
                        .get("success")
                        .booleanValue())
                .isTrue();
        assertThat(server.send(
                                "PUT",
                                "/tags/assets",
                                "{\"tagIds\":[\"%s\"],\"assetIds\":[\"%s\"]}".formatted(id, asset))
                        .json()
                        .get("count")
                        .intValue())
                .isEqualTo(1);
        assertThat(server.send("DELETE", "/tags/" + text(leaf, "parentId"), "").status())
                .isEqualTo(204);
        assertThat(server.get("/tags").json()).isEmpty();
    }

    @Test
    void tagsAreInTheSidecarUntilTheyGo() throws IOException {
        String asset = text(
                server.upload(Form.ofUpload().file("assetData", "lake.jpg", TinyPhotos.jpeg(64, 48)))
                        .json(),
                "id");
        TestServer.await(() -> server.get("/assets/" + asset)
                .json()
                .path("exifInfo")
                .path("exifImageWidth")
                .isNumber());
        Path sidecar = data.resolve(text(server.get("/assets/" + asset).json(), "originalPath") + ".xmp");
        JsonNode tags = server.send("PUT", "/tags", "{\"tags\":[\"Trips/Lake\",\"Swim\"]}")
                .json();
        tags.forEach(tag -> server.send("PUT", "/tags/" + text(tag, "id") + "/assets", ids(asset)));
        TestServer.await(() -> contentOf(sidecar).contains("Trips|Lake"));
        server.send("DELETE", "/tags/" + text(tags.get(0), "parentId"), "");
        TestServer.await(() -> !contentOf(sidecar).contains("Lake"));
        assertThat(contentOf(sidecar)).contains("<digiKam:TagsList>", "Swim");
        server.send("DELETE", "/tags/" + text(tags.get(1), "id"), "");
    }

    private static String contentOf(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void tagsThatCannotBeAreRefused() {
        String id =
                text(server.post("/tags", "{\"name\":\"Once\",\"color\":null}").json(), "id");
        assertThat(server.post("/tags", "{\"name\":\"Once\"}").status()).isEqualTo(400);
        assertThat(server.post("/tags", "{\"name\":\"a//b\"}").status()).isEqualTo(400);
        assertThat(server.post("/tags", "{\"name\":\"x\",\"parentId\":\"" + STRANGER + "\"}")
                        .message())
                .isEqualTo("Not found or no tag.read access");
        assertThat(server.send("PUT", "/tags/" + id, "{\"color\":\"red\"}").status())
                .isEqualTo(400);
        assertThat(server.send("PUT", "/tags/" + id, "{\"name\":\"Once/More\"}").status())
                .isEqualTo(400);
        assertThat(server.get("/tags/nonsense").message()).isEqualTo("Validation failed");
        server.send("DELETE", "/tags/" + id, "");
    }

    @Test
    void stacksShowTheirAssetsAndAssetsTheirStack() {
        String first = upload("s1.jpg");
        String second = upload("s2.jpg");
        String third = upload("s3.jpg");
        assertThat(server.post("/stacks", "{\"assetIds\":[\"%s\"]}".formatted(first))
                        .status())
                .isEqualTo(400);
        Response made = server.post("/stacks", "{\"assetIds\":[\"%s\",\"%s\",\"%s\"]}".formatted(second, first, third));
        assertThat(made.status()).isEqualTo(201);
        String id = text(made.json(), "id");
        assertThat(text(made.json().get("assets").get(0), "id")).isEqualTo(second);
        assertThat(server.get("/assets/" + first).json().get("stack").toString())
                .isEqualTo("{\"id\":\"%s\",\"primaryAssetId\":\"%s\",\"assetCount\":3}".formatted(id, second));
        assertThat(server.get("/stacks?primaryAssetId=" + first).json()).isEmpty();
        assertThat(text(
                        server.send("PUT", "/stacks/" + id, "{\"primaryAssetId\":\"" + first + "\"}")
                                .json(),
                        "primaryAssetId"))
                .isEqualTo(first);
        assertThat(server.send("DELETE", "/stacks/" + id + "/assets/" + first, "")
                        .status())
                .isEqualTo(400);
        assertThat(server.send("DELETE", "/stacks/" + id + "/assets/" + third, "")
                        .status())
                .isEqualTo(204);
        assertThat(server.get("/stacks?primaryAssetId=" + first).json()).hasSize(1);
        assertThat(server.send("DELETE", "/stacks", ids(id)).status()).isEqualTo(204);
        assertThat(server.get("/stacks/" + id).status()).isEqualTo(400);
    }

    @Test
    void duplicatesAreShownAndResolved() {
        String kept = upload("larger original.jpg");
        String gone = upload("smaller.jpg");
        server.send("PUT", "/assets/" + gone, "{\"isFavorite\":true,\"rating\":5}");
        String group = group(kept, gone);
        JsonNode shown = server.get("/duplicates").json().get(0);
        assertThat(text(shown, "duplicateId")).isEqualTo(group);
        assertThat(shown.get("suggestedKeepAssetIds").get(0).stringValue()).isEqualTo(kept);
        assertThat(shown.get("assets").get(0).has("exifInfo")).isTrue();
        assertThat(shown.get("assets").get(0).has("stack")).isFalse();
        String verdict = "{\"groups\":[{\"duplicateId\":\"%s\",\"keepAssetIds\":[\"%s\"],\"trashAssetIds\":[%s]}]}";
        JsonNode refused = server.post("/duplicates/resolve", verdict.formatted(group, kept, ""))
                .json()
                .get(0);
        assertThat(text(refused, "error")).isEqualTo("validation");
        assertThat(text(refused, "errorMessage")).contains("kept or trashed");
        JsonNode resolved = server.post("/duplicates/resolve", verdict.formatted(group, kept, '"' + gone + '"'))
                .json();
        assertThat(resolved.get(0).get("success").booleanValue()).isTrue();
        JsonNode heir = server.get("/assets/" + kept).json();
        assertThat(heir.get("isFavorite").booleanValue()).isTrue();
        assertThat(heir.get("exifInfo").get("rating").intValue()).isEqualTo(5);
        assertThat(server.get("/assets/" + gone).json().get("isTrashed").booleanValue())
                .isTrue();
        assertThat(server.get("/duplicates").json()).isEmpty();
        assertThat(server.send("DELETE", "/duplicates/" + group, "").status()).isEqualTo(400);
    }

    @Test
    void anAssetIsGivenWhatAnotherHas() {
        String source = text(
                server.upload(Form.ofUpload()
                                .field("isFavorite", "true")
                                .file("assetData", "source.jpg", bytes("source"))
                                .file("sidecarData", "source.jpg.xmp", bytes(RATED)))
                        .json(),
                "id");
        String target = upload("target.jpg");
        String other = upload("other.jpg");
        server.post("/stacks", "{\"assetIds\":[\"%s\",\"%s\"]}".formatted(other, source));
        String copy = "{\"sourceId\":\"%s\",\"targetId\":\"%s\"}";
        assertThat(server.send("PUT", "/assets/copy", copy.formatted(source, source))
                        .status())
                .isEqualTo(400);
        assertThat(server.send("PUT", "/assets/copy", copy.formatted(source, STRANGER))
                        .message())
                .isEqualTo("Not found or no asset.copy access");
        assertThat(server.send("PUT", "/assets/copy", copy.formatted(source, target))
                        .status())
                .isEqualTo(204);
        JsonNode whole = server.get("/assets/" + target).json();
        assertThat(whole.get("isFavorite").booleanValue()).isTrue();
        assertThat(whole.get("stack").get("assetCount").intValue()).isEqualTo(3);
        assertThat(data.resolve(text(whole, "originalPath") + ".xmp")).content().isEqualTo(RATED);
    }

    @Test
    void clientsRememberWhatTheyLike() {
        String asset = text(
                server.upload(Form.ofUpload()
                                .field("metadata", "[{\"key\":\"mobile-app\",\"value\":{\"iCloudId\":\"x\"}}]")
                                .file("assetData", "remembered.jpg", bytes("remembered")))
                        .json(),
                "id");
        JsonNode found = server.get("/assets/" + asset + "/metadata/mobile-app").json();
        assertThat(found.get("value").toString()).isEqualTo("{\"iCloudId\":\"x\"}");
        assertThat(found.has("assetId")).isFalse();
        assertThat(server.send(
                                "PUT",
                                "/assets/" + asset + "/metadata",
                                "{\"items\":[{\"key\":\"a\",\"value\":{\"b\":[1]}}]}")
                        .json())
                .hasSize(1);
        assertThat(server.get("/assets/" + asset + "/metadata").json()).hasSize(2);
        String item = "{\"items\":[{\"assetId\":\"%s\",\"key\":\"a\",\"value\":{}}]}";
        assertThat(text(
                        server.send("PUT", "/assets/metadata", item.formatted(asset))
                                .json()
                                .get(0),
                        "assetId"))
                .isEqualTo(asset);
        assertThat(server.send("PUT", "/assets/metadata", item.formatted(STRANGER))
                        .status())
                .isEqualTo(400);
        assertThat(server.send("PUT", "/assets/" + asset + "/metadata", "{\"items\":[{\"key\":\"a\",\"value\":1}]}")
                        .message())
                .isEqualTo("Validation failed");
        assertThat(server.send("DELETE", "/assets/metadata", item.formatted(asset))
                        .status())
                .isEqualTo(204);
        assertThat(server.send("DELETE", "/assets/" + asset + "/metadata/mobile-app", "")
                        .status())
                .isEqualTo(204);
        assertThat(server.get("/assets/" + asset + "/metadata/mobile-app").status())
                .isEqualTo(400);
        assertThat(server.upload(Form.ofUpload().field("metadata", "[{").file("assetData", "b.jpg", bytes("b")))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aLivePhotoIsLinkedAndParted() {
        String photo = upload("live.jpg");
        String video = upload("live.mov");
        String link = "{\"livePhotoVideoId\":%s}";
        JsonNode linked = server.send("PUT", "/assets/" + photo, link.formatted('"' + video + '"'))
                .json();
        assertThat(text(linked, "livePhotoVideoId")).isEqualTo(video);
        assertThat(text(server.get("/assets/" + video).json(), "visibility")).isEqualTo("hidden");
        assertThat(server.send("PUT", "/assets/" + photo, link.formatted('"' + photo + '"'))
                        .status())
                .isEqualTo(400);
        assertThat(server.send("PUT", "/assets/" + photo, link.formatted("null"))
                        .json()
                        .get("livePhotoVideoId")
                        .isNull())
                .isTrue();
        assertThat(text(server.get("/assets/" + video).json(), "visibility")).isEqualTo("timeline");
    }

    @Test
    void workIsDoneAgainAndItsFailuresAreTold() {
        String asset = upload("broken.jpg");
        TestServer.await(() -> server.get("/queues/metadataExtraction/jobs?status=failed")
                .text()
                .contains(asset));
        assertThat(server.get("/queues/metadataExtraction/jobs?status=failed").text())
                .contains("\"reason\":");
        String job = "{\"assetIds\":[\"%s\"],\"name\":\"%s\"}";
        assertThat(server.send("PUT", "/queues/thumbnailGeneration", "{\"isPaused\":true}")
                        .json()
                        .get("isPaused")
                        .booleanValue())
                .isTrue();
        assertThat(server.post("/assets/jobs", job.formatted(asset, "regenerate-thumbnail"))
                        .status())
                .isEqualTo(204);
        assertThat(server.get("/queues/thumbnailGeneration/jobs?status=paused").text())
                .contains(asset, "AssetGenerateThumbnails");
        assertThat(server.send("DELETE", "/queues/thumbnailGeneration/jobs", "{\"failed\":true}")
                        .status())
                .isEqualTo(204);
        assertThat(server.get("/queues/thumbnailGeneration/jobs").json()).isEmpty();
        server.send("PUT", "/queues/thumbnailGeneration", "{\"isPaused\":false}");
        assertThat(server.post("/assets/jobs", job.formatted(asset, "refresh-faces"))
                        .status())
                .isEqualTo(400);
        assertThat(server.post("/assets/jobs", job.formatted(STRANGER, "refresh-metadata"))
                        .status())
                .isEqualTo(400);
        assertThat(server.get("/queues").json()).hasSize(19);
        assertThat(server.get("/queues/washing").status()).isEqualTo(400);
        assertThat(server.get("/queues/search/jobs?status=lost").status()).isEqualTo(400);
    }

    @Test
    void aQueueIsRunForAllAssetsAndForThoseThatMissItsResult() {
        String asset = upload("again.jpg");
        TestServer.await(() -> unfinished() == 0);
        server.send("DELETE", "/queues/thumbnailGeneration/jobs", "{\"failed\":true}");
        for (String force : new String[] {"true", "false"}) {
            String start = "{\"command\":\"start\",\"force\":" + force + "}";
            assertThat(server.send("PUT", "/jobs/thumbnailGeneration", start).status())
                    .isEqualTo(200);
            TestServer.await(() -> server.get("/queues/thumbnailGeneration/jobs?status=failed")
                    .text()
                    .contains(asset));
            server.send("DELETE", "/queues/thumbnailGeneration/jobs", "{\"failed\":true}");
        }
        assertThat(server.send("PUT", "/jobs/smartSearch", "{\"command\":\"start\",\"force\":true}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void unusedTagsAreCleanedUp() {
        server.send("PUT", "/tags", "{\"tags\":[\"Unused/Tag\"]}");
        assertThat(server.post("/jobs", "{\"name\":\"tag-cleanup\"}").status()).isEqualTo(204);
        TestServer.await(() -> !server.get("/tags").text().contains("Unused"));
        assertThat(server.post("/jobs", "{\"name\":\"memory-create\"}").status())
                .isEqualTo(400);
    }

    private static final String RATED = """
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:Rating="3"/></rdf:RDF></x:xmpmeta>
            """;

    private long unfinished() {
        long unfinished = 0;
        for (JsonNode queue : server.get("/queues").json()) {
            JsonNode counts = queue.get("statistics");
            unfinished += counts.get("active").longValue()
                    + counts.get("waiting").longValue()
                    + counts.get("delayed").longValue();
        }
        return unfinished;
    }

    private String group(String... assets) {
        String group = UUID.randomUUID().toString();
        String ids = String.join("\",\"", assets);
        assertThat(server.send("PUT", "/assets", "{\"ids\":[\"%s\"],\"duplicateId\":\"%s\"}".formatted(ids, group))
                        .status())
                .isEqualTo(204);
        return group;
    }

    private String upload(String fileName) {
        Response response = server.upload(Form.ofFile(fileName, fileName));
        assertThat(response.status()).isEqualTo(201);
        return text(response.json(), "id");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String ids(String... ids) {
        return "{\"ids\":[\"" + String.join("\",\"", ids) + "\"]}";
    }

    private static String text(JsonNode object, String field) {
        return object.get(field).stringValue();
    }
}
