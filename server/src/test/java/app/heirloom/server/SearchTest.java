package app.heirloom.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.server.TestServer.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Searches by HTTP, over five assets that differ in name, day, size, rating and state. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTest {
    private static final String STRANGER = "00000000-0000-4000-8000-000000000000";

    private final List<String> ids = new ArrayList<>();

    @AutoClose
    private final TestServer server;

    SearchTest(@TempDir Path data) {
        server = TestServer.withAdmin(data);
        for (int i = 0; i < 5; i++) {
            ids.add(upload("Page%d.png".formatted(i), "2004-03-0" + (i + 1), "x".repeat(i + 1)));
        }
        change(1, "{\"isFavorite\": true, \"rating\": 4, \"description\": \"Ein Ausflug ins Grüne\"}");
        change(2, "{\"visibility\": \"archive\", \"rating\": 2}");
        server.send("DELETE", "/assets", "{\"ids\":[\"%s\"]}".formatted(ids.get(4)));
    }

    /** The numbers of the assets that are found, the newest first. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                              | 3210",
                "{\"order\": \"asc\"}                                            | 0123",
                "{\"withDeleted\": true}                                         | 43210",
                "{\"trashedAfter\": \"0001-01-01T00:00:00.000Z\"}                | 4",
                "{\"isFavorite\": true}                                          | 1",
                "{\"isFavorite\": false}                                         | 320",
                "{\"visibility\": \"archive\"}                                   | 2",
                "{\"rating\": 4}                                                 | 1",
                "{\"rating\": null}                                              | 30",
                "{\"description\": \"GRUNE\"}                                    | 1",
                "{\"originalFileName\": \"pAgE3.\"}                              | 3",
                "{\"originalPath\": \"ORIGINALS/\"}                              | 3210",
                "{\"takenAfter\": \"2004-03-02T10:00:00Z\"}                      | 321",
                "{\"takenBefore\": \"2004-03-02T12:00:00+02:00\"}                | 10",
                "{\"city\": null, \"make\": null}                                | 3210",
                "{\"make\": \"Canon\"}                                           | ''",
                "{\"tagIds\": null, \"albumIds\": [], \"isNotInAlbum\": true}    | 3210",
                "{\"personIds\": [\"" + STRANGER + "\"]}                         | ''",
                "{\"isOffline\": true}                                           | ''",
                "{\"ocr\": \"menu\"}                                             | ''",
                "{\"kiosk\": 1, \"pastDays\": {\"x\": 1}}                        | 3210",
                "{\"filter\": {}}                                                | 3210",
                "{\"filter\": {\"rating\": {\"gte\": 2, \"ne\": 4}}}             | 2",
                "{\"filter\": {\"rating\": {\"eq\": null}}}                      | 30",
                "{\"filter\": {\"rating\": {\"in\": [4, 5]}}}                    | 1",
                "{\"filter\": {\"fileSizeInBytes\": {\"lt\": 3}}}                | 10",
                "{\"filter\": {\"originalFileName\": {\"endsWith\": \"3.PNG\"}}} | 3",
                "{\"filter\": {\"originalFileName\": {\"notLike\": \"e3\"}}}     | 210",
                "{\"filter\": {\"type\": {\"notIn\": [\"VIDEO\"]}}}              | 3210",
                "{\"filter\": {\"visibility\": {\"ne\": \"timeline\"}}}          | 2",
                "{\"filter\": {\"trashedAt\": {\"ne\": null}}}                   | 4",
                "{\"filter\": {\"takenAt\": {\"gt\": \"2004-03-03T10:00:00Z\"}}} | 3",
                "{\"filter\": {\"hasAlbums\": {\"eq\": false}}}                  | 3210",
                "{\"filter\": {\"tagIds\": {\"none\": [\"" + STRANGER + "\"]}}}  | 3210",
                "{\"filter\": {\"tagIds\": {\"any\": []}}}                       | ''",
                "{\"filter\": {\"or\": [{\"rating\": {\"eq\": 2}}, {\"isFavorite\": {\"eq\": true}}]}} | 21",
                "{\"rating\": 4, \"filter\": {\"isFavorite\": {\"eq\": true}}}   | 1",
                "{\"orderBy\": {\"field\": \"fileSizeInBytes\", \"direction\": \"asc\"}} | 0123",
                "{\"orderBy\": {\"field\": \"rating\"}}                          | 12",
            })
    void findsByFlatFieldsAndByFilters(String body, String expected) {
        JsonNode items = search(body).get("items");
        StringBuilder found = new StringBuilder();
        items.forEach(item -> found.append(ids.indexOf(item.get("id").stringValue())));
        String wanted = expected.replace("'", "");
        assertThat(found.toString()).as(body).startsWith(wanted);
        if (!body.contains("orderBy")) {
            assertThat(found.toString()).as(body).hasSize(wanted.length());
            int total =
                    server.post("/search/statistics", body).json().get("total").intValue();
            assertThat(total).as(body).isEqualTo(wanted.length());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"rating\": 0}",
                "{\"rating\": 6}",
                "{\"rating\": \"4\"}",
                "{\"checksum\": \"abc\"}",
                "{\"takenAfter\": \"2004-03-02T10:00:00\"}",
                "{\"visibility\": \"gone\"}",
                "{\"personIds\": [\"x\"]}",
                "{\"size\": 0}",
                "{\"size\": 1001}",
                "{\"page\": 0}",
                "{\"order\": \"random\"}",
                "{\"orderBy\": {\"field\": \"color\"}}",
                "{\"cursor\": \"!\"}",
                "{\"cursor\": \"eyJwYWdlIjoyfQ\"}",
                "{\"cursor\": \"eyJvZmZzZXQiOi0xfQ\"}",
                "{\"filter\": []}",
                "{\"filter\": {\"rating\": {}}}",
                "{\"filter\": {\"rating\": 4}}",
                "{\"filter\": {\"rating\": {\"near\": 4}}}",
                "{\"filter\": {\"rating\": {\"eq\": 1.5}}}",
                "{\"filter\": {\"id\": {\"eq\": \"1\"}}}",
                "{\"filter\": {\"or\": [{\"city\": {}}]}}",
            })
    void refusesWhatIsMalformed(String body) {
        Response refused = server.post("/search/metadata", body);
        assertThat(refused.status()).as(body).isEqualTo(400);
        assertThat(refused.message()).isEqualTo("Validation failed");
    }

    @Test
    void tellsWhichOperatorIsWrong() {
        JsonNode issue = server.post("/search/metadata", "{\"filter\": {\"or\": [{}, {\"city\": {}}]}}")
                .json()
                .get("errors")
                .get(0);
        assertThat(issue.get("path").toString()).isEqualTo("[\"filter\",\"or\",1,\"city\"]");
    }

    @Test
    void lockedAssetsAndAlbumsOfOthersAreRefused() {
        for (String path : List.of("/search/metadata", "/search/random", "/search/statistics")) {
            assertThat(server.post(path, "{\"visibility\": \"locked\"}").status())
                    .isEqualTo(401);
            assertThat(server.post(path, "{\"filter\": {\"visibility\": {\"in\": [\"locked\"]}}}")
                            .status())
                    .isEqualTo(401);
            for (String albums : List.of(
                    "{\"albumIds\": [\"%s\"]}",
                    "{\"filter\": {\"albumIds\": {\"any\": [\"%s\"]}}}",
                    "{\"filter\": {\"or\": [{\"albumIds\": {\"none\": [\"%s\"]}}]}}")) {
                Response refused = server.post(path, albums.formatted(STRANGER));
                assertThat(refused.status()).isEqualTo(400);
                assertThat(refused.message()).isEqualTo("Not found or no album.read access");
            }
        }
    }

    @Test
    void pagesAreFoundByNumberAndByCursor() {
        for (String order : List.of("{\"field\": \"fileCreatedAt\"}", "{\"field\": \"fileSizeInBytes\"}")) {
            String query = "{\"size\": 2, \"withDeleted\": true, \"orderBy\": " + order + ", %s}";
            JsonNode first = search(query.formatted("\"page\": 1"));
            assertThat(first.get("nextPage").stringValue()).isEqualTo("2");
            assertThat(first.get("items").get(0).has("exifInfo")).isFalse();
            String cursor = first.get("nextCursor").stringValue();
            JsonNode second = search(query.formatted("\"cursor\": \"" + cursor + "\""));
            assertThat(second).isEqualTo(search(query.formatted("\"page\": 2")));
            assertThat(second.get("nextPage").stringValue()).isEqualTo("3");
            JsonNode last = search(query.formatted("\"page\": 3"));
            assertThat(last.get("items")).hasSize(1);
            assertThat(last.get("nextPage").isNull()).isTrue();
            assertThat(last.get("nextCursor").isNull()).isTrue();
        }
    }

    @Test
    void otherSearchesAnswerLists() {
        assertThat(server.post("/search/random", "{\"size\": 3, \"withExif\": true}")
                        .json())
                .hasSize(3);
        JsonNode large =
                server.post("/search/large-assets?minFileSize=3&size=1", "").json();
        assertThat(large).hasSize(1);
        assertThat(large.get(0).get("id").stringValue()).isEqualTo(ids.get(3));
        assertThat(server.get("/search/suggestions?type=camera-make").json()).isEmpty();
        assertThat(server.get("/search/suggestions?type=city&includeNull=true")
                        .json()
                        .toString())
                .isEqualTo("[null]");
        assertThat(server.get("/search/suggestions").status()).isEqualTo(400);
        assertThat(server.get("/search/cities").json()).isEmpty();
        assertThat(server.get("/search/explore").json().toString())
                .isEqualTo("[{\"fieldName\":\"exifInfo.city\",\"items\":[]}]");
        assertThat(server.post("/search/smart", "{\"query\": \"beach\"}").status())
                .isEqualTo(400);
        assertThat(server.post("/search/smart", "{}").message()).isEqualTo("Validation failed");
    }

    private JsonNode search(String body) {
        Response response = server.post("/search/metadata", body);
        assertThat(response.status()).as(body).isEqualTo(200);
        return response.json().get("assets");
    }

    private void change(int number, String update) {
        assertThat(server.send("PUT", "/assets/" + ids.get(number), update).status())
                .isEqualTo(200);
    }

    private String upload(String fileName, String day, String content) {
        Response response = server.upload(new Form()
                .field("fileCreatedAt", day + "T10:00:00.000Z")
                .field("fileModifiedAt", day + "T10:00:00.000Z")
                .file("assetData", fileName, content.getBytes(StandardCharsets.UTF_8)));
        return response.json().get("id").stringValue();
    }
}
