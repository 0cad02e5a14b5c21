package app.heirloom.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.server.TestServer.Response;
import app.heirloom.testkit.TinyPhotos;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Users, as they see themselves and each other, and what admins may do with them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserTest {
    private static final String PASSWORD = "a password";

    @AutoClose
    private final TestServer server;

    UserTest(@TempDir Path data) {
        server = TestServer.withAdmin(data);
    }

    @Test
    void preferencesAreMergedAndAnsweredWhole() {
        User bob = newUser();
        JsonNode changed = bob.send("PUT", "/users/me/preferences", """
                {"memories": {"enabled": false}, "albums": {"defaultAssetOrder": "asc"}, "unknown": {"a": 1}}""").json();
        assertThat(changed.get("memories").get("enabled").booleanValue()).isFalse();
        assertThat(changed.get("memories").get("duration").intValue()).isEqualTo(5);
        assertThat(changed.has("unknown")).isFalse();
        bob.send("PATCH", "/users/me/preferences", "{\"memories\": {\"duration\": 9, \"enabled\": null}}");
        JsonNode read = server.get("/admin/users/" + bob.id() + "/preferences").json();
        assertThat(read.get("memories").get("enabled").booleanValue()).isFalse();
        assertThat(read.get("memories").get("duration").intValue()).isEqualTo(9);
        assertThat(read.get("albums").get("defaultAssetOrder").stringValue()).isEqualTo("asc");
        assertThat(server.get("/users/me/preferences")
                        .json()
                        .get("memories")
                        .get("enabled")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void malformedPreferencesAreRefusedWithTheirPath() {
        for (String body : new String[] {
            "{\"memories\": 1}",
            "{\"memories\": {\"enabled\": \"yes\"}}",
            "{\"memories\": {\"duration\": 0}}",
            "{\"memories\": {\"duration\": 1.5}}",
            "{\"memories\": {\"duration\": 1e300}}",
            "{\"albums\": {\"defaultAssetOrder\": \"up\"}}",
            "{\"purchase\": {\"hideBuyButtonUntil\": \"tomorrow\"}}"
        }) {
            Response refused = server.send("PUT", "/users/me/preferences", body);
            assertThat(refused.status()).as(body).isEqualTo(400);
            assertThat(refused.json().get("errors").get(0).get("path").size()).isPositive();
        }
    }

    @Test
    void whoDoesNotExistHasNothing() {
        String nobody = "/admin/users/" + UUID.randomUUID();
        for (String part : new String[] {"", "/preferences", "/sessions", "/statistics"}) {
            assertThat(server.get(nobody + part).status()).as(part).isEqualTo(400);
        }
        for (String part : new String[] {"", "/preferences"}) {
            assertThat(server.send("PUT", nobody + part, "{}").status())
                    .as(part)
                    .isEqualTo(400);
        }
        assertThat(server.send("DELETE", nobody, "{}").status()).isEqualTo(400);
        assertThat(server.send("POST", nobody + "/restore", "").status()).isEqualTo(400);
    }

    @Test
    void onboardingAndLicenceAreKept() {
        User bob = newUser();
        assertThat(bob.get("/users/me/onboarding").json().get("isOnboarded").booleanValue())
                .isTrue();
        bob.send("DELETE", "/users/me/onboarding", "");
        assertThat(bob.get("/users/me/onboarding").json().get("isOnboarded").booleanValue())
                .isFalse();
        bob.send("PUT", "/users/me/onboarding", "{\"isOnboarded\": true}");
        assertThat(bob.login().get("isOnboarded").booleanValue()).isTrue();

        assertThat(bob.get("/users/me/license").status()).isEqualTo(404);
        String license = "{\"licenseKey\": \"IMCL" + "-ab12".repeat(8) + "\", \"activationKey\": \"x\"}";
        assertThat(bob.send("PUT", "/users/me/license", license).status()).isEqualTo(200);
        assertThat(bob.get("/users/me").json().get("license").get("activatedAt").stringValue())
                .endsWith("Z");
        assertThat(bob.send("DELETE", "/users/me/license", "").status()).isEqualTo(204);
        assertThat(bob.get("/users/me").json().get("license").isNull()).isTrue();
        assertThat(bob.send("PUT", "/users/me/license", "{\"licenseKey\": \"x\", \"activationKey\": \"x\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theServersOnboardingIsTheAdmins() {
        assertThat(isServerOnboarded()).isTrue();
        assertThat(server.post("/system-metadata/admin-onboarding", "{\"isOnboarded\": false}")
                        .status())
                .isEqualTo(204);
        assertThat(isServerOnboarded()).isFalse();
        server.post("/system-metadata/admin-onboarding", "{\"isOnboarded\": true}");
        assertThat(isServerOnboarded()).isTrue();
        assertThat(newUser().get("/system-metadata/admin-onboarding").status()).isEqualTo(403);
    }

    @Test
    void usersChangeThemselvesButNotTheirRights() {
        User bob = newUser();
        JsonNode changed = bob.send("PUT", "/users/me", """
                {"name": "Robert", "avatarColor": "pink", "isAdmin": true, "quotaSizeInBytes": 1}""").json();
        assertThat(changed.get("name").stringValue()).isEqualTo("Robert");
        assertThat(changed.get("avatarColor").stringValue()).isEqualTo("pink");
        assertThat(changed.get("isAdmin").booleanValue()).isFalse();
        assertThat(changed.get("quotaSizeInBytes").isNull()).isTrue();
        assertThat(changed.get("shouldChangePassword").booleanValue()).isTrue();
        assertThat(bob.send("PATCH", "/users/me", "{\"password\": \"mine\"}")
                        .json()
                        .get("shouldChangePassword")
                        .booleanValue())
                .isFalse();
        assertThat(bob.send("PUT", "/users/me", "{\"avatarColor\": null}")
                        .json()
                        .get("avatarColor")
                        .isString())
                .isTrue();
        assertThat(bob.send("PUT", "/users/me", "{\"email\": \"ANN@example.com\"}")
                        .status())
                .isEqualTo(400);
        assertThat(bob.send("PUT", "/users/me", "{\"avatarColor\": \"beige\"}").status())
                .isEqualTo(400);
        assertThat(bob.send("PUT", "/users/me", "{\"name\": \"" + "x".repeat(501) + "\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void usersSeeEachOtherButNotTooMuch() {
        User bob = newUser();
        JsonNode seen = bob.get(
                        "/users/" + server.get("/users/me").json().get("id").stringValue())
                .json();
        assertThat(seen.get("name").stringValue()).isEqualTo("Ann");
        assertThat(seen.has("isAdmin")).isFalse();
        assertThat(bob.get("/users").json().size())
                .isEqualTo(server.get("/users").json().size());
        assertThat(bob.get("/users/" + UUID.randomUUID()).message()).isEqualTo("Not found or no user.read access");
        assertThat(bob.get("/admin/users").status()).isEqualTo(403);
        assertThat(bob.get("/server/statistics").status()).isEqualTo(403);
    }

    @Test
    void aProfileImageIsSmallAndTellsNothingElse() {
        User bob = newUser();
        assertThat(server.get("/users/" + bob.id() + "/profile-image").status()).isEqualTo(404);
        assertThat(bob.upload(TinyPhotos.jpeg(800, 600)).status()).isEqualTo(201);
        Response image = server.get("/users/" + bob.id() + "/profile-image");
        assertThat(image.header("Content-Type")).isEqualTo("image/webp");
        assertThat(bob.get("/users/me").json().get("profileImagePath").stringValue())
                .isNotEmpty();
        assertThat(bob.upload(TinyPhotos.jpeg(80, 60)).status()).isEqualTo(201);
        assertThat(server.get("/users/" + bob.id() + "/profile-image").raw().body())
                .isNotEqualTo(image.raw().body());
        assertThat(bob.upload("no picture".getBytes(StandardCharsets.UTF_8)).status())
                .isEqualTo(400);
        assertThat(bob.send("DELETE", "/users/profile-image", "").status()).isEqualTo(204);
        assertThat(bob.get("/users/" + bob.id() + "/profile-image").status()).isEqualTo(404);
    }

    @Test
    void adminsMakeAndChangeUsers() {
        String email = UUID.randomUUID() + "@Example.com";
        Response created = server.post("/admin/users", """
                {"email": "%s", "name": "Carl", "password": "x", "quotaSizeInBytes": 1000, "storageLabel": "carl",
                 "shouldChangePassword": false, "pinCode": "123456"}""".formatted(email));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().get("email").stringValue()).isEqualTo(email.toLowerCase(Locale.ROOT));
        assertThat(created.json().get("shouldChangePassword").booleanValue()).isFalse();
        assertThat(created.json().get("status").stringValue()).isEqualTo("active");
        String path = "/admin/users/" + created.json().get("id").stringValue();
        JsonNode changed = server.send("PUT", path, """
                {"isAdmin": true, "quotaSizeInBytes": null, "storageLabel": "karl", "pinCode": null}""").json();
        assertThat(changed.get("isAdmin").booleanValue()).isTrue();
        assertThat(changed.get("quotaSizeInBytes").isNull()).isTrue();
        assertThat(changed.get("storageLabel").stringValue()).isEqualTo("karl");
        assertThat(server.send("PATCH", path, "{\"isAdmin\": false}").status()).isEqualTo(200);
        assertThat(server.get(path + "/sessions").json().size()).isZero();
        assertThat(server.get(path + "/statistics").json().get("total").intValue())
                .isZero();
        for (String label : new String[] {"../x", "a/b", ".hidden", "karl"}) {
            assertThat(server.post("/admin/users", """
                            {"email": "%s", "name": "D", "password": "x", "storageLabel": "%s"}""".formatted(UUID.randomUUID() + "@example.com", label))
                            .status())
                    .as(label)
                    .isEqualTo(400);
        }
        assertThat(server.post("/admin/users", TestServer.credentials(email, "x", "Twin"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aDeletedUserIsOutAtOnceUntilRestored() {
        User bob = newUser();
        String key = bob.send("POST", "/api-keys", "{\"permissions\":[\"all\"]}")
                .json()
                .get("secret")
                .stringValue();
        String path = "/admin/users/" + bob.id();
        JsonNode deleted = server.send("DELETE", path, "{}").json();
        assertThat(deleted.get("status").stringValue()).isEqualTo("deleted");
        assertThat(deleted.get("deletedAt").isString()).isTrue();
        assertThat(bob.get("/users/me").status()).isEqualTo(401);
        assertThat(server.send(server.request("/users/me?apiKey=" + key)).status())
                .isEqualTo(401);
        assertThat(server.post("/auth/login", TestServer.credentials(bob.email(), PASSWORD, ""))
                        .status())
                .isEqualTo(401);
        assertThat(server.get("/users/" + bob.id()).status()).isEqualTo(400);
        assertThat(server.get("/admin/users?id=" + bob.id()).json().size()).isZero();
        assertThat(server.get("/admin/users?withDeleted=true&id=" + bob.id())
                        .json()
                        .size())
                .isEqualTo(1);
        assertThat(server.send("POST", path + "/restore", "")
                        .json()
                        .get("status")
                        .stringValue())
                .isEqualTo("active");
        bob.login();
        assertThat(server.send(server.request("/users/me?apiKey=" + key)).status())
                .isEqualTo(200);
    }

    @Test
    void aUserDeletedByForceIsGoneWithItsPhotos() {
        User bob = newUser();
        Response upload = server.send(server.request("/assets")
                .header("Authorization", "Bearer " + bob.token())
                .header("Content-Type", Form.ofUpload().contentType())
                .POST(BodyPublishers.ofByteArray(
                        Form.ofFile("a.jpg", "not decodable").toBytes())));
        assertThat(upload.status()).isEqualTo(201);
        JsonNode deleted = server.send("DELETE", "/admin/users/" + bob.id(), "{\"force\": true}")
                .json();
        assertThat(deleted.get("status").stringValue()).isEqualTo("removing");
        TestServer.await(() -> server.get("/admin/users/" + bob.id()).status() == 400);
        assertThat(server.get("/admin/users?withDeleted=true&id=" + bob.id())
                        .json()
                        .size())
                .isZero();
        assertThat(server.post("/admin/users", TestServer.credentials(bob.email(), "x", "New"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void theLastAdminStays() {
        String path = "/admin/users/" + server.get("/users/me").json().get("id").stringValue();
        assertThat(server.send("PUT", path, "{\"isAdmin\": false}").message()).contains("last one");
        assertThat(server.send("DELETE", path, "{}").status()).isEqualTo(400);
        assertThat(server.get("/users/me").json().get("isAdmin").booleanValue()).isTrue();
    }

    @Test
    void statisticsAddUp() {
        JsonNode statistics = server.get("/server/statistics").json();
        long usage = 0;
        for (JsonNode user : statistics.get("usageByUser")) {
            usage += user.get("usage").longValue();
        }
        assertThat(statistics.get("usage").longValue()).isEqualTo(usage);
        assertThat(statistics.get("usageByUser").size()).isPositive();
    }

    private boolean isServerOnboarded() {
        return server.send(server.request("/server/config"))
                .json()
                .get("isOnboarded")
                .booleanValue();
    }

    private User newUser() {
        String email = UUID.randomUUID() + "@example.com";
        String id = server.post("/admin/users", TestServer.credentials(email, PASSWORD, "Bob"))
                .json()
                .get("id")
                .stringValue();
        User user = new User(id, email, "");
        return new User(id, email, user.login().get("accessToken").stringValue());
    }

    /** Somebody with a session of his own. */
    private final class User {
        private final String id;
        private final String email;
        private final String token;

        User(String id, String email, String token) {
            this.id = id;
            this.email = email;
            this.token = token;
        }

        String id() {
            return id;
        }

        String email() {
            return email;
        }

        String token() {
            return token;
        }

        JsonNode login() {
            return server.post("/auth/login", TestServer.credentials(email, PASSWORD, ""))
                    .json();
        }

        Response get(String path) {
            return send("GET", path, "");
        }

        Response send(String method, String path, String json) {
            return server.send(server.request(path)
                    .header("Authorization", "Bearer " + token)
                    .method(method, BodyPublishers.ofString(json)));
        }

        Response upload(byte[] picture) {
            Form form = new Form().file("file", "me.jpg", picture);
            return server.send(server.request("/users/profile-image")
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", form.contentType())
                    .POST(BodyPublishers.ofByteArray(form.toBytes())));
        }
    }
}
