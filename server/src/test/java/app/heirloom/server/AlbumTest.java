package app.heirloom.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.server.TestServer.Response;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Albums, alone and with others. Ann is the admin. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlbumTest {
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

    @AutoClose
    private final TestServer server;

    private final TestUser bob;
    private final TestUser eve;

    AlbumTest(@TempDir Path data) {
        server = TestServer.withAdmin(data);
        bob = TestUser.add(server, data, "Bob");
        eve = TestUser.add(server, data, "Eve");
    }

    @Test
    void anAlbumIsMadeWithItsAssetsAndUsers() {
        String photo = upload("made.jpg");
        JsonNode album = create("""
                {"albumName": "Brittany", "description": "2024", "assetIds": ["%s", "%s"],
                 "albumUsers": [{"userId": "%s", "role": "viewer"}]}""".formatted(photo, NOBODY, bob.id()));
        assertThat(album.get("albumName").stringValue()).isEqualTo("Brittany");
        assertThat(album.get("assetCount").intValue()).isEqualTo(1);
        assertThat(album.get("albumThumbnailAssetId").stringValue()).isEqualTo(photo);
        assertThat(album.get("startDate")).isEqualTo(album.get("endDate"));
        assertThat(album.get("shared").booleanValue()).isTrue();
        assertThat(album.get("hasSharedLink").booleanValue()).isFalse();
        assertThat(album.get("order").stringValue()).isEqualTo("desc");
        assertThat(album.get("albumUsers").get(0).get("role").stringValue()).isEqualTo("owner");
        assertThat(album.get("albumUsers").get(1).get("user").get("name").stringValue())
                .isEqualTo("Bob");
        assertThat(server.get("/albums/" + id(album))
                        .json()
                        .get("contributorCounts")
                        .get(0)
                        .get("assetCount")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void anEmptyAlbumLeavesOutItsDates() {
        JsonNode album = create("{\"albumName\": \"Empty\"}");
        assertThat(album.get("albumThumbnailAssetId").isNull()).isTrue();
        assertThat(album.has("startDate")).isFalse();
        assertThat(album.has("endDate")).isFalse();
        assertThat(album.has("lastModifiedAssetTimestamp")).isFalse();
        assertThat(album.has("contributorCounts")).isFalse();
        assertThat(album.has("owner")).isFalse();
        assertThat(server.post("/albums", "{}").status()).isEqualTo(400);
    }

    @Test
    void addingAndRemovingTellsWhatBecameOfEach() {
        String first = upload("first.jpg");
        String foreign = bob.upload(Form.ofFile("foreign.jpg", "foreign.jpg"));
        String album = id(create("{\"albumName\": \"Bulk\"}"));
        String ids = "{\"ids\":[\"%s\",\"%s\",\"%s\"]}".formatted(first, foreign, first);
        assertThat(outcomes(server.send("PUT", "/albums/" + album + "/assets", ids)))
                .isEqualTo("- no_permission duplicate");
        assertThat(outcomes(server.send("PUT", "/albums/" + album + "/assets", ids)))
                .isEqualTo("duplicate no_permission duplicate");
        assertThat(outcomes(server.send("DELETE", "/albums/" + album + "/assets", ids)))
                .isEqualTo("- not_found duplicate");
        String many = "{\"albumIds\":[\"%s\",\"%s\"],\"assetIds\":[\"%s\"]}".formatted(album, NOBODY, first);
        assertThat(server.send("PUT", "/albums/assets", many).json().toString()).isEqualTo("{\"success\":true}");
        assertThat(server.send("PUT", "/albums/assets", many).json().toString())
                .isEqualTo("{\"success\":false,\"error\":\"duplicate\"}");
        assertThat(server.send("PUT", "/albums/" + NOBODY + "/assets", ids).message())
                .isEqualTo("Not found or no albumAsset.create access");
    }

    @Test
    void aRoleSaysWhatAMemberMay() {
        String photo = upload("roles.jpg");
        String album = id(create("{\"albumName\":\"Roles\",\"assetIds\":[\"" + photo + "\"]}"));
        String path = "/albums/" + album;
        assertThat(bob.get(path).status()).isEqualTo(400);
        assertThat(bob.get("/assets/" + photo).status()).isEqualTo(400);
        String invitation = "{\"albumUsers\":[{\"userId\":\"%s\",\"role\":\"viewer\"}]}".formatted(bob.id());
        assertThat(server.send("PUT", path + "/users", invitation).status()).isEqualTo(200);
        assertThat(server.send("PUT", path + "/users", invitation).status()).isEqualTo(400);

        assertThat(bob.get(path)
                        .json()
                        .get("albumUsers")
                        .get(1)
                        .get("user")
                        .get("id")
                        .stringValue())
                .isEqualTo(bob.id().toString());
        assertThat(bob.get("/assets/" + photo).json().get("isFavorite").booleanValue())
                .isFalse();
        assertThat(bob.get("/assets/" + photo + "/original").status()).isEqualTo(200);
        String own = bob.upload(Form.ofFile("bob.jpg", "bob.jpg"));
        String ids = "{\"ids\":[\"" + own + "\"]}";
        assertThat(bob.send("PUT", path + "/assets", ids).status()).isEqualTo(400);
        assertThat(bob.send("PATCH", path, "{\"albumName\":\"Mine\"}").status()).isEqualTo(400);
        assertThat(bob.send("PUT", "/assets/" + photo, "{\"isFavorite\":true}").status())
                .isEqualTo(400);

        String role = path + "/user/" + bob.id();
        assertThat(server.send("PUT", role, "{\"role\":\"owner\"}").status()).isEqualTo(400);
        assertThat(server.send("PUT", role, "{\"role\":\"editor\"}").status()).isEqualTo(204);
        assertThat(outcomes(bob.send("PUT", path + "/assets", ids))).isEqualTo("-");
        assertThat(bob.send("PATCH", path, "{\"albumName\":\"Ours\"}")
                        .json()
                        .get("albumName")
                        .stringValue())
                .isEqualTo("Ours");
        assertThat(bob.send("DELETE", path, "").message()).isEqualTo("Not found or no album.delete access");
        assertThat(server.get(path).json().get("contributorCounts")).hasSize(2);

        assertThat(bob.send("DELETE", path + "/user/me", "").status()).isEqualTo(204);
        assertThat(bob.get(path).status()).isEqualTo(400);
        assertThat(bob.get("/assets/" + photo).status()).isEqualTo(400);
        assertThat(server.send("DELETE", path + "/user/me", "").status()).isEqualTo(400);
        assertThat(server.send("DELETE", path, "").status()).isEqualTo(204);
        assertThat(server.get(path).status()).isEqualTo(400);
    }

    @Test
    void aLockedAssetLeavesAndATrashedOneIsNotShown() {
        String locked = upload("locked.jpg");
        String trashed = upload("trashed.jpg");
        String album = id(create("""
                {"albumName": "Leaving", "assetIds": ["%s", "%s"],
                 "albumUsers": [{"userId": "%s", "role": "viewer"}]}""".formatted(locked, trashed, bob.id())));
        server.send("PUT", "/assets/" + locked, "{\"visibility\":\"locked\"}");
        server.send("DELETE", "/assets", "{\"ids\":[\"" + trashed + "\"]}");
        assertThat(server.get("/albums/" + album).json().get("assetCount").intValue())
                .isZero();
        assertThat(bob.get("/assets/" + locked).status()).isEqualTo(400);
        assertThat(bob.get("/assets/" + trashed).status()).isEqualTo(400);
        server.post("/trash/restore/assets", "{\"ids\":[\"" + trashed + "\"]}");
        assertThat(bob.get("/albums/" + album).json().get("assetCount").intValue())
                .isEqualTo(1);
        server.send("PUT", "/assets/" + locked, "{\"visibility\":\"timeline\"}");
        assertThat(bob.get("/assets/" + locked).status()).isEqualTo(400);
    }

    @Test
    void albumsAreListedByWhatIsAsked() {
        String photo = eve.upload(Form.ofFile("eve.jpg", "eve.jpg"));
        eve.send("POST", "/albums", "{\"albumName\":\"Older\",\"assetIds\":[\"" + photo + "\"]}");
        eve.send("POST", "/albums", """
                {"albumName":"Newer","albumUsers":[{"userId":"%s","role":"editor"}]}""".formatted(bob.id()));
        assertThat(names("/albums")).isEqualTo("Newer Older");
        assertThat(names("/albums?isShared=true")).isEqualTo("Newer");
        assertThat(names("/albums?isShared=false")).isEqualTo("Older");
        assertThat(names("/albums?isOwned=false")).isEmpty();
        assertThat(names("/albums?name=Older")).isEqualTo("Older");
        assertThat(names("/albums?name=Newer&assetId=" + photo)).isEqualTo("Older");
        assertThat(eve.get("/albums?isShared=yes").status()).isEqualTo(400);
        assertThat(eve.get("/albums/statistics").json().toString())
                .isEqualTo("{\"owned\":2,\"shared\":1,\"notShared\":1}");
    }

    @Test
    void clientsOfVersionTwoGetOwnerAndAssets() {
        String photo = upload("v2.jpg");
        String album = id(create("{\"albumName\":\"Two\",\"assetIds\":[\"" + photo + "\"]}"));
        JsonNode whole = server.get("/albums/" + album + "?withoutAssets=false").json();
        assertThat(whole.get("owner").get("id")).isEqualTo(whole.get("ownerId"));
        assertThat(whole.get("assets").get(0).get("id").stringValue()).isEqualTo(photo);
        assertThat(server.get("/albums/" + album + "?withoutAssets=true").json().has("assets"))
                .isFalse();
    }

    @Test
    void theThumbnailIsOneOfTheAlbum() {
        String chosen = upload("chosen.jpg");
        String album = id(create(
                "{\"albumName\":\"Thumbnail\",\"assetIds\":[\"%s\",\"%s\"]}".formatted(chosen, upload("other.jpg"))));
        String edit = "{\"albumThumbnailAssetId\":\"%s\",\"order\":\"asc\",\"description\":null}";
        assertThat(server.send("PATCH", "/albums/" + album, edit.formatted(NOBODY))
                        .status())
                .isEqualTo(400);
        JsonNode edited =
                server.send("PATCH", "/albums/" + album, edit.formatted(chosen)).json();
        assertThat(edited.get("albumThumbnailAssetId").stringValue()).isEqualTo(chosen);
        assertThat(edited.get("order").stringValue()).isEqualTo("asc");
    }

    @Test
    void assetsWithAPlaceAreMarkers() {
        String photo = upload("placed.jpg");
        server.send("PUT", "/assets/" + photo, "{\"latitude\":48.5,\"longitude\":-4.25}");
        String album = id(create("{\"albumName\":\"Places\",\"assetIds\":[\"" + photo + "\"]}"));
        JsonNode markers = server.get("/albums/" + album + "/map-markers").json();
        assertThat(markers.get(0).get("id").stringValue()).isEqualTo(photo);
        assertThat(markers.get(0).get("lat").doubleValue()).isEqualTo(48.5);
        assertThat(markers.get(0).get("city").isNull()).isTrue();
    }

    private JsonNode create(String body) {
        Response response = server.post("/albums", body);
        assertThat(response.status()).isEqualTo(201);
        return response.json();
    }

    private static String id(JsonNode node) {
        return node.get("id").stringValue();
    }

    private String names(String path) {
        return String.join(
                " ",
                eve.get(path)
                        .json()
                        .valueStream()
                        .map(album -> album.get("albumName").stringValue())
                        .toList());
    }

    /** The errors in order, a dash for each success. */
    private static String outcomes(Response response) {
        assertThat(response.status()).isEqualTo(200);
        return String.join(
                " ",
                response.json()
                        .valueStream()
                        .map(outcome -> outcome.get("success").booleanValue()
                                ? "-"
                                : outcome.get("error").stringValue())
                        .toList());
    }

    private String upload(String name) {
        return id(server.upload(Form.ofFile(name, name)).json());
    }
}
