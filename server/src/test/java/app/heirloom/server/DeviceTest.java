package app.heirloom.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What devices are told of what the server has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeviceTest {
    private static final String NEVER_HERE = "0000000000000000000000000000000000000000";

    @AutoClose
    private final TestServer server;

    private final TestUser bob;

    DeviceTest(@TempDir Path data) {
        server = TestServer.withAdmin(data);
        bob = TestUser.add(server, data, "Bob");
    }

    @Test
    void aKeyLeadsToItsOnlyAsset() {
        JsonNode photo = upload("only.jpg", "only");
        JsonNode match = matches(
                        key("only.jpg", second(photo)), key("only.jpg", second(photo) + 1), key("other.jpg", 0))
                .get("matches");

        assertThat(match.get(0).get("count").intValue()).isEqualTo(1);
        assertThat(match.get(0).get("assets")).hasSize(1);
        JsonNode asset = match.get(0).get("assets").get(0);
        for (String alike : List.of("id", "type", "checksum")) {
            assertThat(asset.get(alike)).as(alike).isEqualTo(photo.get(alike));
        }
        assertThat(asset.get("fileName").stringValue()).isEqualTo("only.jpg");
        assertThat(asset.get("second").longValue()).isEqualTo(second(photo));
        assertThat(asset.get("sizeInBytes").longValue()).isPositive();
        for (int missing = 1; missing <= 2; missing++) {
            assertThat(match.get(missing).get("count").intValue()).isZero();
            assertThat(match.get(missing).get("assets")).isEmpty();
        }
    }

    @Test
    void ofAKeyThatManyHaveTwoAreShown() {
        JsonNode photo = upload("burst.jpg", "first of the burst");
        upload("burst.jpg", "second of the burst");
        upload("burst.jpg", "third of the burst");
        JsonNode match = matches(key("burst.jpg", second(photo))).get("matches").get(0);

        assertThat(match.get("count").intValue()).isEqualTo(3);
        assertThat(match.get("assets")).hasSize(2);
    }

    @Test
    void whatIsLockedIsCountedButNotShown() {
        JsonNode photo = upload("locked.jpg", "locked");
        String id = photo.get("id").stringValue();
        assertThat(server.send("PUT", "/assets", "{\"ids\":[\"%s\"],\"visibility\":\"locked\"}".formatted(id))
                        .status())
                .isEqualTo(204);
        JsonNode match =
                matches(key("locked.jpg", second(photo))).get("matches").get(0);

        assertThat(match.get("count").intValue()).isEqualTo(1);
        assertThat(match.get("assets")).isEmpty();
        JsonNode content =
                contents(photo.get("checksum").stringValue()).get("contents").get(0);
        assertThat(content.get("state").stringValue()).isEqualTo("present");
        assertThat(content.has("asset")).isFalse();
    }

    @Test
    void aContentIsTracedToItsEnd() {
        JsonNode photo = upload("traced.jpg", "traced");
        String checksum = photo.get("checksum").stringValue();
        assertThat(state(checksum)).isEqualTo("present");
        assertThat(contents(checksum).get("contents").get(0).get("asset").get("id"))
                .isEqualTo(photo.get("id"));
        delete(photo, false);
        assertThat(state(checksum)).isEqualTo("trashed");
        delete(photo, true);
        assertThat(contents(checksum).get("contents").get(0).get("removedAt").stringValue())
                .isNotBlank();
        assertThat(state(checksum)).isEqualTo("removed");
        upload("traced.jpg", "traced");
        assertThat(state(checksum)).isEqualTo("present");
        assertThat(state(NEVER_HERE)).isEqualTo("unknown");
    }

    @Test
    void nobodyIsToldOfOthers() {
        JsonNode photo = upload("mine.jpg", "mine");
        JsonNode match = bob.send("POST", "/heirloom/device/matches", keys(key("mine.jpg", second(photo))))
                .json();
        assertThat(match.get("matches").get(0).get("count").intValue()).isZero();
        String checksum = photo.get("checksum").stringValue();
        delete(photo, true);
        JsonNode content = bob.send("POST", "/heirloom/device/contents", checksums(checksum))
                .json();
        assertThat(content.get("contents").get(0).get("state").stringValue()).isEqualTo("unknown");
    }

    @Test
    void malformedQuestionsAreRefusedWithTheirPlace() {
        assertThat(server.post("/heirloom/device/matches", keys(key("a.jpg", 1), "{\"fileName\":\"b.jpg\"}"))
                        .text())
                .contains("\"keys\",1,\"second\"");
        assertThat(server.post("/heirloom/device/contents", checksums("abc")).status())
                .isEqualTo(400);
        String many = String.join(",", Collections.nCopies(100_001, "\"" + NEVER_HERE + "\""));
        assertThat(server.post("/heirloom/device/contents", "{\"checksums\":[" + many + "]}")
                        .text())
                .contains("at most 100000");
    }

    private JsonNode upload(String name, String content) {
        String id = server.upload(Form.ofFile(name, content)).json().get("id").stringValue();
        return server.get("/assets/" + id).json();
    }

    private void delete(JsonNode photo, boolean force) {
        String body = "{\"ids\":[%s],\"force\":%s}".formatted(photo.get("id"), force);
        assertThat(server.send("DELETE", "/assets", body).status()).isEqualTo(204);
    }

    private static long second(JsonNode photo) {
        return Instant.parse(photo.get("fileCreatedAt").stringValue()).getEpochSecond();
    }

    private String state(String checksum) {
        return StreamSupport.stream(contents(checksum).get("contents").spliterator(), false)
                .map(content -> content.get("state").stringValue())
                .findFirst()
                .orElseThrow();
    }

    private JsonNode contents(String checksum) {
        return server.post("/heirloom/device/contents", checksums(checksum)).json();
    }

    private JsonNode matches(String... keys) {
        return server.post("/heirloom/device/matches", keys(keys)).json();
    }

    private static String checksums(String checksum) {
        return "{\"checksums\":[\"" + checksum + "\"]}";
    }

    private static String keys(String... keys) {
        return "{\"keys\":[" + String.join(",", keys) + "]}";
    }

    private static String key(String name, long second) {
        return "{\"fileName\":\"%s\",\"second\":%d}".formatted(name, second);
    }
}
