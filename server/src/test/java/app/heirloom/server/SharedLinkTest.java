package app.heirloom.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.server.TestServer.Response;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is open to those who know a link, and what stays closed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedLinkTest {
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

    @AutoClose
    private final TestServer server;

    private final TestUser bob;

    SharedLinkTest(@TempDir Path data) {
        server = TestServer.withAdmin(data);
        bob = TestUser.add(server, data, "Bob");
    }

    @Test
    void aLinkShowsWhatItSharesAndNothingElse() {
        String photo = upload("shared.jpg");
        String other = upload("private.jpg");
        JsonNode link = share(photo, "");
        String key = key(link);
        assertThat(link.get("type").stringValue()).isEqualTo("INDIVIDUAL");
        assertThat(link.get("allowUpload").booleanValue()).isFalse();
        assertThat(link.get("assets").get(0).get("id").stringValue()).isEqualTo(photo);

        assertThat(open("/assets/" + photo + key).json().get("originalFileName").stringValue())
                .isEqualTo("shared.jpg");
        assertThat(open("/assets/" + photo + "/original" + key).status()).isEqualTo(200);
        assertThat(open("/assets/" + photo + "/thumbnail" + key).status()).isEqualTo(404);
        assertThat(open("/assets/" + other + key).message()).isEqualTo("Not found or no asset.read access");
        assertThat(open("/shared-links/me" + key).json().get("userId")).isEqualTo(link.get("userId"));
        for (String closed : new String[] {"/albums", "/users/me", "/shared-links", "/assets/statistics"}) {
            assertThat(open(closed + key).status()).as(closed).isEqualTo(403);
        }
        assertThat(open("/timeline/buckets" + key).status()).isEqualTo(400);
        assertThat(send("POST", "/auth/validateToken" + key, "").status()).isEqualTo(403);
        assertThat(send("PUT", "/assets/" + photo + key, "{\"isFavorite\":true}")
                        .status())
                .isEqualTo(403);
        assertThat(server.get("/shared-links/me").status()).isEqualTo(403);
    }

    @Test
    void aKeyIsReadInItsTwoFormsAndGoesBeforeEverythingElse() {
        String photo = upload("forms.jpg");
        String key = share(photo, ",\"slug\":\"forms\"").get("key").stringValue();
        String hex = HexFormat.of().formatHex(Base64.getUrlDecoder().decode(key));
        for (String query : new String[] {"?key=" + key, "?key=" + hex, "?slug=forms"}) {
            assertThat(open("/assets/" + photo + query).status()).as(query).isEqualTo(200);
        }
        assertThat(server.send(server.request("/assets/" + photo).header("x-immich-share-slug", "forms"))
                        .status())
                .isEqualTo(200);
        for (String query : new String[] {"?key=" + "0".repeat(100), "?key=*", "?slug=none", "?key=none&slug=forms"}) {
            assertThat(server.get("/assets/" + photo + query).status())
                    .as(query)
                    .isEqualTo(401);
        }
    }

    @Test
    void aPasswordIsAskedOnEveryRoute() {
        String photo = upload("secret.jpg");
        JsonNode link = share(photo, ",\"password\":\"open sesame\"");
        String key = key(link);
        assertThat(link.get("password").stringValue()).isEqualTo("open sesame");
        for (String path : new String[] {"/shared-links/me", "/assets/" + photo, "/assets/" + photo + "/original"}) {
            assertThat(open(path + key).status()).as(path).isEqualTo(401);
            assertThat(open(path + key).message()).isEqualTo("Password required");
        }
        assertThat(open("/shared-links/me" + key + "&password=open%20sesame").status())
                .isEqualTo(200);
        assertThat(send("POST", "/shared-links/login" + key, "{\"password\":\"guess\"}")
                        .status())
                .isEqualTo(401);

        Response login = send("POST", "/shared-links/login" + key, "{\"password\":\"open sesame\"}");
        assertThat(login.status()).isEqualTo(201);
        assertThat(login.json().get("password").isNull()).isTrue();
        String cookie = login.header("Set-Cookie");
        assertThat(cookie).contains("immich_shared_link_token=", "Max-Age=86400", "HttpOnly", "SameSite=Lax");
        String proof = cookie.substring(0, cookie.indexOf(';'));
        assertThat(openWith(proof, "/assets/" + photo + key).status()).isEqualTo(200);
        assertThat(openWith(proof.replace("=", "=1.a%2C"), "/assets/" + photo + key)
                        .status())
                .isEqualTo(200);

        String path = "/shared-links/" + id(link);
        assertThat(server.send("PATCH", path, "{\"password\":\"changed\"}").status())
                .isEqualTo(200);
        assertThat(openWith(proof, "/assets/" + photo + key).status()).isEqualTo(401);
        assertThat(server.send("PATCH", path, "{\"password\":null}").status()).isEqualTo(200);
        assertThat(open("/assets/" + photo + key).status()).isEqualTo(200);
        assertThat(send("POST", "/shared-links/login" + key, "{\"password\":\"x\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aLinkWithoutMetadataShowsPicturesOnly() {
        String photo = upload("bare.jpg");
        JsonNode link = share(photo, ",\"showMetadata\":false,\"allowDownload\":true");
        assertThat(link.get("allowDownload").booleanValue()).isFalse();
        JsonNode asset = open("/assets/" + photo + key(link)).json();
        assertThat(asset.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "type",
                        "originalMimeType",
                        "thumbhash",
                        "localDateTime",
                        "duration",
                        "livePhotoVideoId",
                        "hasMetadata",
                        "width",
                        "height");
        assertThat(asset.get("hasMetadata").booleanValue()).isFalse();
        assertThat(open("/assets/" + photo + "/original" + key(link)).status()).isEqualTo(400);
    }

    @Test
    void anAlbumsLinkFollowsTheAlbum() {
        String photo = upload("in-album.jpg");
        String later = upload("later.jpg");
        String album = album(photo);
        JsonNode link = server.post("/shared-links", "{\"type\":\"ALBUM\",\"albumId\":\"" + album + "\"}")
                .json();
        String key = key(link);
        assertThat(open("/albums/" + album + key).json().get("hasSharedLink").booleanValue())
                .isTrue();
        assertThat(open("/albums/" + album(later) + key).status()).isEqualTo(400);
        assertThat(open("/albums/" + album + "/map-markers" + key).status()).isEqualTo(200);
        assertThat(open("/assets/" + later + key).status()).isEqualTo(400);
        server.send("PUT", "/albums/" + album + "/assets", "{\"ids\":[\"" + later + "\"]}");
        assertThat(open("/assets/" + later + key).status()).isEqualTo(200);
        server.send("PUT", "/assets/" + later, "{\"visibility\":\"locked\"}");
        assertThat(open("/assets/" + later + key).status()).isEqualTo(400);
        server.send("DELETE", "/assets", "{\"ids\":[\"" + photo + "\"]}");
        assertThat(open("/assets/" + photo + key).status()).isEqualTo(400);

        assertThat(server.send("DELETE", "/albums/" + album, "").status()).isEqualTo(204);
        assertThat(open("/albums/" + album + key).status()).isEqualTo(401);
    }

    @Test
    void anUploadByLinkIsTheOwnersAndJoins() {
        String album = album(upload("before.jpg"));
        String closed = key(server.post("/shared-links", "{\"type\":\"ALBUM\",\"albumId\":\"" + album + "\"}")
                .json());
        assertThat(uploadBy(closed, "refused.jpg").status()).isEqualTo(403);
        String open = key(
                server.post("/shared-links", "{\"type\":\"ALBUM\",\"allowUpload\":true,\"albumId\":\"" + album + "\"}")
                        .json());
        Response uploaded = uploadBy(open, "guest.jpg");
        assertThat(uploaded.status()).isEqualTo(201);
        assertThat(server.get("/assets/" + id(uploaded.json()))
                        .json()
                        .get("visibility")
                        .stringValue())
                .isEqualTo("timeline");
        assertThat(server.get("/albums/" + album).json().get("assetCount").intValue())
                .isEqualTo(2);
        assertThat(uploadBy(open, "guest.jpg").json().get("status").stringValue())
                .isEqualTo("duplicate");
    }

    @Test
    void anUploadToSingleAssetsJoinsThem() {
        String key = key(share(upload("one.jpg"), ",\"allowUpload\":true"));
        String added = id(uploadBy(key, "two.jpg").json());
        assertThat(open("/assets/" + added + key).status()).isEqualTo(200);
        assertThat(open("/shared-links/me" + key).json().get("assets")).hasSize(2);
    }

    @Test
    void aLinkIsItsOwnersAlone() {
        String photo = upload("owned.jpg");
        JsonNode link = share(photo, ",\"slug\":\"owned\"");
        String path = "/shared-links/" + id(link);
        assertThat(bob.get(path).message()).isEqualTo("Not found or no sharedLink.read access");
        assertThat(bob.send("DELETE", path, "").status()).isEqualTo(400);
        assertThat(bob.get("/shared-links").json()).isEmpty();
        String body = "{\"type\":\"INDIVIDUAL\",\"assetIds\":[\"" + photo + "\"]}";
        assertThat(bob.send("POST", "/shared-links", body).status()).isEqualTo(400);
        assertThat(server.post("/shared-links", body.replace("]}", "],\"slug\":\"owned\"}"))
                        .message())
                .isEqualTo("Shared link with this slug already exists");
        assertThat(server.get("/shared-links?id=" + id(link)).json()).hasSize(1);
        assertThat(server.get("/shared-links?albumId=" + NOBODY).json()).isEmpty();

        String more = "{\"assetIds\":[\"" + upload("more.jpg") + "\",\"" + NOBODY + "\"]}";
        assertThat(server.send("PUT", path + "/assets", more).json().toString())
                .contains("\"success\":true", "\"error\":\"no_permission\"");
        assertThat(server.send("DELETE", path + "/assets", more).json().toString())
                .contains("\"success\":true", "\"error\":\"not_found\"");
        assertThat(server.send("DELETE", path, "").status()).isEqualTo(204);
        assertThat(open("/assets/" + photo + key(link)).status()).isEqualTo(401);
    }

    @Test
    void aLinkThatIsOverIsNone() {
        String photo = upload("over.jpg");
        JsonNode link = share(photo, ",\"expiresAt\":\"" + Instant.EPOCH + "\"");
        assertThat(open("/assets/" + photo + key(link)).status()).isEqualTo(401);
        String path = "/shared-links/" + id(link);
        assertThat(server.send("PATCH", path, "{\"expiresAt\":null}").status()).isEqualTo(200);
        assertThat(open("/assets/" + photo + key(link)).status()).isEqualTo(200);
    }

    @Test
    void thePageTellsMessengersWhatToShow() {
        String photo = upload("page.jpg");
        String album = album(photo);
        server.send("PATCH", "/albums/" + album, "{\"albumName\":\"Tom & \\\"Ann\\\" <3\"}");
        String key = server.post("/shared-links", "{\"type\":\"ALBUM\",\"slug\":\"tom\",\"albumId\":\"" + album + "\"}")
                .json()
                .get("key")
                .stringValue();
        for (String path : new String[] {"/share/" + key, "/s/tom"}) {
            Response page = page(path);
            assertThat(page.status()).isEqualTo(200);
            assertThat(new String(page.raw().body(), StandardCharsets.UTF_8))
                    .contains("og:title\" content=\"Tom &amp; &quot;Ann&quot; &lt;3\"")
                    .contains("og:image\" content=\"" + server.url() + "/api/assets/" + photo)
                    .contains("key=" + key);
        }
        assertThat(page("/share/none").status()).isEqualTo(404);
        assertThat(page("/share/none").header("Content-Type")).startsWith("text/html");
        assertThat(page("/s/none").status()).isEqualTo(404);
    }

    private Response page(String path) {
        return server.send(HttpRequest.newBuilder(URI.create(server.url() + path)));
    }

    private JsonNode share(String asset, String terms) {
        Response response =
                server.post("/shared-links", "{\"type\":\"INDIVIDUAL\",\"assetIds\":[\"" + asset + "\"]" + terms + "}");
        assertThat(response.status()).isEqualTo(201);
        return response.json();
    }

    private String album(String asset) {
        return id(server.post("/albums", "{\"albumName\":\"Album\",\"assetIds\":[\"" + asset + "\"]}")
                .json());
    }

    /** Without any credential but the link. */
    private Response open(String path) {
        return send("GET", path, "");
    }

    private Response openWith(String cookie, String path) {
        return server.send(server.request(path).header("Cookie", cookie));
    }

    private Response send(String method, String path, String json) {
        return server.send(server.request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json)));
    }

    private Response uploadBy(String key, String name) {
        Form form = Form.ofFile(name, name);
        return server.send(server.request("/assets" + key)
                .header("Content-Type", form.contentType())
                .POST(BodyPublishers.ofByteArray(form.toBytes())));
    }

    private static String key(JsonNode link) {
        return "?key=" + link.get("key").stringValue();
    }

    private static String id(JsonNode node) {
        return node.get("id").stringValue();
    }

    private String upload(String name) {
        return id(server.upload(Form.ofFile(name, name)).json());
    }
}
