package app.heirloom.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.server.TestServer.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What can be done with assets once they are there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibraryTest {
    @AutoClose
    private final TestServer server;

    LibraryTest(@TempDir Path data) {
        server = TestServer.withAdmin(data);
    }

    @Test
    void anUpdateChangesWhatItNames() {
        String id = upload("update.jpg", "2001-05-01");
        JsonNode asset = server.send("PUT", "/assets/" + id, """
                {"isFavorite": true, "description": "on the beach", "rating": 4, "latitude": 48.5, "longitude": -4.25,
                 "dateTimeOriginal": "2001-06-02T10:00:00.000+02:00"}""").json();
        assertThat(asset.get("isFavorite").booleanValue()).isTrue();
        assertThat(asset.get("localDateTime").stringValue()).isEqualTo("2001-06-02T10:00:00.000Z");
        assertThat(asset.get("fileCreatedAt").stringValue()).isEqualTo("2001-06-02T08:00:00.000Z");
        JsonNode exif = asset.get("exifInfo");
        assertThat(exif.get("description").stringValue()).isEqualTo("on the beach");
        assertThat(exif.get("rating").intValue()).isEqualTo(4);
        assertThat(exif.get("latitude").doubleValue()).isEqualTo(48.5);
        assertThat(exif.get("dateTimeOriginal").stringValue()).isEqualTo("2001-06-02T08:00:00.000+00:00");
        JsonNode cleared = server.send(
                        "PUT", "/assets/" + id, "{\"rating\": null, \"dateTimeOriginal\": \"0001-01-01T00:00:00Z\"}")
                .json();
        assertThat(cleared.get("exifInfo").get("rating").isNull()).isTrue();
        assertThat(cleared.get("localDateTime")).isEqualTo(asset.get("localDateTime"));
    }

    @Test
    void anUpdateThatContradictsItselfIsRefused() {
        String id = upload("refused.jpg", "2001-05-02");
        for (String update : new String[] {
            "{\"rating\": 0}", "{\"rating\": 6}", "{\"latitude\": 1}", "{\"latitude\": 91, \"longitude\": 0}"
        }) {
            assertThat(server.send("PUT", "/assets/" + id, update).status())
                    .as(update)
                    .isEqualTo(400);
        }
    }

    @Test
    void manyAssetsAreUpdatedAtOnceOrNone() {
        String first = upload("many1.jpg", "2002-01-01");
        String second = upload("many2.jpg", "2002-01-02");
        String body = "{\"ids\":[\"%s\",\"%s\"],\"visibility\":\"archive\"}";
        String stranger = "00000000-0000-4000-8000-000000000000";
        assertThat(server.send("PUT", "/assets", body.formatted(first, stranger))
                        .status())
                .isEqualTo(400);
        assertThat(server.get("/assets/" + first).json().get("isArchived").booleanValue())
                .isFalse();
        assertThat(server.send("PATCH", "/assets", body.formatted(first, second))
                        .status())
                .isEqualTo(204);
        assertThat(server.get("/assets/" + second).json().get("isArchived").booleanValue())
                .isTrue();
    }

    @Test
    void theDatesOfManyAssetsAreShiftedAlike() {
        String id = upload("shift.jpg", "2002-03-01");
        String body = "{\"ids\":[\"" + id + "\"],\"dateTimeRelative\":-90%s}";
        assertThat(server.send("PUT", "/assets", body.formatted("")).status()).isEqualTo(204);
        assertThat(server.get("/assets/" + id).json().get("localDateTime").stringValue())
                .isEqualTo("2002-03-01T08:30:00.000Z");
        assertThat(server.send("PUT", "/assets", body.formatted(",\"timeZone\":\"Asia/Tokyo\""))
                        .status())
                .isEqualTo(204);
        JsonNode asset = server.get("/assets/" + id).json();
        assertThat(asset.get("fileCreatedAt").stringValue()).isEqualTo("2002-03-01T07:00:00.000Z");
        assertThat(asset.get("localDateTime").stringValue()).isEqualTo("2002-03-01T16:00:00.000Z");
        assertThat(asset.get("exifInfo").get("timeZone").stringValue()).isEqualTo("Asia/Tokyo");
        assertThat(server.send("PUT", "/assets", body.formatted(",\"timeZone\":\"Moon\""))
                        .status())
                .isEqualTo(400);
        assertThat(server.send("PUT", "/assets", body.formatted(",\"dateTimeOriginal\":\"2002-03-01T10:00:00Z\""))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theTimelineCountsMonthsAndShowsThem() {
        upload("t1.jpg", "2003-02-01");
        upload("t2.jpg", "2003-02-03");
        JsonNode buckets = server.get("/timeline/buckets?visibility=timeline&withPartners=true&withStacked=true")
                .json();
        assertThat(buckets.toString()).contains("{\"timeBucket\":\"2003-02-01\",\"count\":2}");
        for (String bucket : new String[] {"2003-02-01", "2003-02-01T00:00:00.000Z", "%2B2003-02-01"}) {
            JsonNode columns = server.get("/timeline/bucket?withStacked=true&withCoordinates=true&timeBucket=" + bucket)
                    .json();
            columns.forEach(column -> assertThat(column).hasSize(2));
            assertThat(columns.get("fileCreatedAt").get(0).stringValue()).isEqualTo("2003-02-03T10:00:00.000Z");
            assertThat(columns.get("localOffsetHours").get(0).intValue()).isZero();
            assertThat(columns.get("stack").get(0).isNull()).isTrue();
        }
        assertThat(server.get("/timeline/bucket?timeBucket=1950-01-01").json().get("id"))
                .isEmpty();
    }

    @Test
    void theTimelineRefusesWhatItDoesNotShow() {
        assertThat(server.get("/timeline/buckets?visibility=locked").status()).isEqualTo(401);
        assertThat(server.get("/timeline/buckets?withPartners=true").status()).isEqualTo(400);
        assertThat(server.get("/timeline/buckets?userId=00000000-0000-4000-8000-000000000000")
                        .status())
                .isEqualTo(400);
        assertThat(server.get("/timeline/buckets?albumId=00000000-0000-4000-8000-000000000000")
                        .message())
                .isEqualTo("Not found or no album.read access");
    }

    @Test
    void theTrashGivesBackOrForgets() {
        String kept = upload("kept.jpg", "2005-01-01");
        String gone = upload("gone.jpg", "2005-01-02");
        String ids = "{\"ids\":[\"%s\",\"%s\"]}".formatted(kept, gone);
        assertThat(server.send("DELETE", "/assets", ids).status()).isEqualTo(204);
        assertThat(server.get("/assets/" + kept).json().get("isTrashed").booleanValue())
                .isTrue();
        assertThat(server.get("/assets/statistics?isTrashed=true")
                        .json()
                        .get("total")
                        .intValue())
                .isEqualTo(2);
        assertThat(server.post("/trash/restore/assets", "{\"ids\":[\"" + kept + "\"]}")
                        .json()
                        .get("count")
                        .intValue())
                .isEqualTo(1);
        assertThat(server.post("/trash/empty", "").json().get("count").intValue())
                .isEqualTo(1);
        assertThat(server.get("/assets/" + gone).status()).isEqualTo(400);
        assertThat(server.send("DELETE", "/assets", "{\"ids\":[\"" + kept + "\"],\"force\":true}")
                        .status())
                .isEqualTo(204);
        assertThat(server.get("/assets/" + kept).status()).isEqualTo(400);
    }

    @Test
    void queuesAreListedAndCommanded() {
        assertThat(server.get("/jobs").json()).hasSize(19);
        JsonNode paused = server.send("PUT", "/jobs/videoConversion", "{\"command\":\"pause\",\"force\":true}")
                .json();
        assertThat(paused.get("queueStatus").get("isPaused").booleanValue()).isTrue();
        JsonNode resumed = server.send("PUT", "/jobs/videoConversion", "{\"command\":\"resume\"}")
                .json();
        assertThat(resumed.get("queueStatus").get("isPaused").booleanValue()).isFalse();
        assertThat(server.send("PUT", "/jobs/backgroundTask", "{\"command\":\"pause\"}")
                        .status())
                .isEqualTo(400);
    }

    private String upload(String fileName, String day) {
        Response response = server.upload(new Form()
                .field("fileCreatedAt", day + "T10:00:00.000Z")
                .field("fileModifiedAt", day + "T10:00:00.000Z")
                .file("assetData", fileName, fileName.getBytes(StandardCharsets.UTF_8)));
        return response.json().get("id").stringValue();
    }
}
