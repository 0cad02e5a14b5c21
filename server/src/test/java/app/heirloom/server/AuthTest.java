package app.heirloom.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.server.TestServer.Response;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthTest {
    @AutoClose
    private final TestServer server;

    AuthTest(@TempDir Path data) {
        server = TestServer.withAdmin(data);
    }

    @Test
    void thereIsOneFirstAdmin() {
        Response second = server.post("/auth/admin-sign-up", TestServer.credentials("b@example.com", "x", "Bob"));
        assertThat(second.status()).isEqualTo(400);
        assertThat(server.get("/server/config").json().get("isInitialized").booleanValue())
                .isTrue();
    }

    @Test
    void aLoginSetsThreeCookiesOfWhichThePageReadsOne() {
        Response login = server.login();
        assertThat(login.status()).isEqualTo(201);
        List<String> cookies = login.raw().headers().allValues("Set-Cookie");
        String token = login.json().get("accessToken").stringValue();
        assertThat(cookies)
                .hasSize(3)
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("Path=/;", "Max-Age=34560000", "SameSite=Lax")
                        .doesNotContain("Domain", "Secure"));
        assertThat(cookies)
                .anyMatch(cookie -> cookie.startsWith("immich_access_token=" + token) && cookie.contains("HttpOnly"));
        assertThat(cookies)
                .anyMatch(cookie -> cookie.startsWith("immich_auth_type=password") && cookie.contains("HttpOnly"));
        assertThat(cookies)
                .anyMatch(cookie -> cookie.startsWith("immich_is_authenticated=true") && !cookie.contains("HttpOnly"));
    }

    @Test
    void cookiesAreSecureBehindAProxyThatSpeaksHttps() {
        Response login = server.send(server.request("/auth/login")
                .header("Content-Type", "application/json")
                .header("X-Forwarded-Proto", "https")
                .POST(BodyPublishers.ofString(TestServer.credentials("ann@example.com", "correct horse", ""))));
        assertThat(login.raw().headers().allValues("Set-Cookie"))
                .hasSize(3)
                .allMatch(cookie -> cookie.contains("Secure"));
    }

    @Test
    void aWrongPasswordAndAnUnknownEmailFailAlike() {
        Response wrong = server.post("/auth/login", TestServer.credentials("ann@example.com", "wrong", ""));
        Response unknown = server.post("/auth/login", TestServer.credentials("nobody@example.com", "wrong", ""));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(wrong.message()).isEqualTo(unknown.message());
    }

    @Test
    void theEmailsCaseDoesNotMatter() {
        assertThat(server.post("/auth/login", TestServer.credentials("Ann@Example.COM", "correct horse", ""))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aTokenIsTakenFromHeadersQueryAndCookie() {
        for (String header : List.of("x-immich-user-token", "x-immich-session-token")) {
            assertThat(server.send(server.request("/users/me").header(header, server.token()))
                            .status())
                    .isEqualTo(200);
        }
        assertThat(server.send(server.request("/users/me?sessionKey=" + server.token()))
                        .status())
                .isEqualTo(200);
        assertThat(server.send(server.request("/users/me").header("Cookie", "immich_access_token=" + server.token()))
                        .status())
                .isEqualTo(200);
        assertThat(server.send(server.request("/users/me")).status()).isEqualTo(401);
    }

    @Test
    void theFirstCredentialDecidesEvenWhenItIsInvalid() {
        assertThat(server.send(server.authorized("/users/me?key=share")).message())
                .isEqualTo("Invalid share key");
        assertThat(server.send(server.authorized("/users/me?slug=share")).status())
                .isEqualTo(401);
        assertThat(server.send(server.authorized("/users/me").header("x-immich-user-token", "wrong"))
                        .status())
                .isEqualTo(401);
        assertThat(server.send(server.authorized("/users/me").header("x-api-key", "wrong"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aLogoutEndsTheSessionAndClearsTheCookies() {
        String token = server.login().json().get("accessToken").stringValue();
        var request = server.request("/auth/logout").header("Authorization", "Bearer " + token);
        Response logout = server.send(request.POST(BodyPublishers.noBody()));
        assertThat(logout.json().get("successful").booleanValue()).isTrue();
        assertThat(logout.raw().headers().allValues("Set-Cookie"))
                .hasSize(3)
                .allMatch(cookie -> cookie.contains("Expires=Thu, 01 Jan 1970"));
        assertThat(server.send(server.request("/users/me").header("Authorization", "Bearer " + token))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void anApiKeyMayDoWhatItsPermissionsSay() {
        Response created =
                server.post("/api-keys", "{\"name\":\"reader\",\"permissions\":[\"user.read\",\"apiKey.create\"]}");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().get("apiKey").get("id"))
                .isEqualTo(created.json().get("id"));
        String secret = created.json().get("secret").stringValue();
        assertThat(server.send(server.request("/users/me").header("x-api-key", secret))
                        .status())
                .isEqualTo(200);
        assertThat(server.send(server.request("/api-keys/me?apiKey=" + secret))
                        .json()
                        .get("permissions")
                        .size())
                .isEqualTo(2);
        Response refused = server.send(server.request("/timeline/buckets").header("x-api-key", secret));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.message()).isEqualTo("Missing required permission: asset.read");
        Response greedy = server.send(server.request("/api-keys")
                .header("x-api-key", secret)
                .POST(BodyPublishers.ofString("{\"permissions\":[\"all\"]}")));
        assertThat(greedy.status()).isEqualTo(400);
    }

    @Test
    void aRevokedApiKeyIsNoCredential() {
        Response created = server.post("/api-keys", "{\"permissions\":[\"all\"]}");
        String id = created.json().get("id").stringValue();
        assertThat(server.send("DELETE", "/api-keys/" + id, "").status()).isEqualTo(204);
        assertThat(server.get("/api-keys/" + id).status()).isEqualTo(400);
        String secret = created.json().get("secret").stringValue();
        assertThat(server.send(server.request("/users/me").header("x-api-key", secret))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void anApiKeyChangesAndRotatesWithinTheRightsOfWhoAsks() {
        JsonNode strong =
                server.post("/api-keys", "{\"permissions\":[\"all\"]}").json();
        JsonNode weak = server.post(
                        "/api-keys", "{\"permissions\":[\"apiKey.update\", \"apiKey.rotate\", \"user.read\"]}")
                .json();
        String path = "/api-keys/" + weak.get("id").stringValue();
        assertThat(server.send("PUT", path, "{\"name\": \"renamed\"}")
                        .json()
                        .get("name")
                        .stringValue())
                .isEqualTo("renamed");
        String secret = weak.get("secret").stringValue();
        assertThat(withKey(secret, "PATCH", path, "{\"permissions\": [\"all\"]}")
                        .status())
                .isEqualTo(400);
        assertThat(withKey(secret, "POST", "/api-keys/" + strong.get("id").stringValue() + "/rotate", "")
                        .status())
                .isEqualTo(400);
        Response rotated = withKey(secret, "POST", path + "/rotate", "");
        assertThat(rotated.status()).isEqualTo(201);
        assertThat(rotated.json().get("name").stringValue()).isEqualTo("renamed");
        assertThat(withKey(secret, "GET", "/users/me", "").status()).isEqualTo(401);
        assertThat(withKey(rotated.json().get("secret").stringValue(), "GET", "/users/me", "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anApiKeyWithoutPermissionsIsRefusedWithTheField() {
        for (String body : List.of("{}", "{\"permissions\": []}", "{\"permissions\": [\"washing\"]}")) {
            Response refused = server.post("/api-keys", body);
            assertThat(refused.status()).as(body).isEqualTo(400);
            assertThat(refused.message()).isEqualTo("Validation failed");
            assertThat(refused.json().get("errors").get(0).get("path").get(0).stringValue())
                    .isEqualTo("permissions");
        }
    }

    private Response withKey(String secret, String method, String path, String json) {
        return server.send(
                server.request(path).header("x-api-key", secret).method(method, BodyPublishers.ofString(json)));
    }

    @Test
    void aSessionIsNoApiKey() {
        assertThat(server.get("/api-keys/me").status()).isEqualTo(403);
    }
}
