package app.heirloom.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.server.TestServer.Response;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Sessions, the PIN code and passwords, over the wire. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionTest {
    @AutoClose
    private final TestServer server;

    SessionTest(@TempDir Path data) {
        server = TestServer.withAdmin(data);
    }

    @Test
    void sessionsAreListedWithTheOneThatAsks() {
        JsonNode sessions = server.get("/sessions").json();
        int current = 0;
        for (JsonNode session : sessions) {
            assertThat(session.has("expiresAt")).isFalse();
            assertThat(session.get("appVersion").isNull()).isTrue();
            assertThat(session.has("token")).isFalse();
            current += session.get("current").booleanValue() ? 1 : 0;
        }
        assertThat(current).isEqualTo(1);
    }

    @Test
    void aSessionForAnotherDeviceIsRevoked() {
        JsonNode created = server.post("/sessions", """
                {"deviceType": "Kiosk", "deviceOS": "Linux", "duration": 3600}""").json();
        String token = created.get("token").stringValue();
        String path = "/sessions/" + created.get("id").stringValue();
        assertThat(created.get("expiresAt").stringValue()).endsWith("Z");
        assertThat(as(token, "GET", "/users/me", "").status()).isEqualTo(200);
        assertThat(server.send("PATCH", path, "{\"isPendingSyncReset\": true}")
                        .json()
                        .get("isPendingSyncReset")
                        .booleanValue())
                .isTrue();
        assertThat(server.send("POST", path + "/lock", "").status()).isEqualTo(204);
        assertThat(server.send("DELETE", path, "").status()).isEqualTo(204);
        assertThat(as(token, "GET", "/users/me", "").status()).isEqualTo(401);
        Response gone = server.send("DELETE", path, "");
        assertThat(gone.status()).isEqualTo(400);
        assertThat(gone.message()).isEqualTo("Not found or no authDevice.delete access");
    }

    @Test
    void anApiKeyHasNoSession() {
        String key = server.post("/api-keys", "{\"permissions\":[\"all\"]}")
                .json()
                .get("secret")
                .stringValue();
        for (String path : new String[] {"/sessions", "/auth/session/unlock", "/auth/session/lock"}) {
            Response refused =
                    server.send(server.request(path + "?apiKey=" + key).POST(BodyPublishers.ofString("{}")));
            assertThat(refused.status()).as(path).isEqualTo(400);
        }
    }

    @Test
    void thePinOpensTheLockedFolder() {
        String token = login();
        assertThat(as(token, "GET", "/assets/statistics?visibility=locked", "").status())
                .isEqualTo(401);
        for (String pin : new String[] {"12345", "1234567", "12345a", "١٢٣٤٥٦"}) {
            Response refused = as(token, "POST", "/auth/pin-code", "{\"pinCode\": \"" + pin + "\"}");
            assertThat(refused.status()).as(pin).isEqualTo(400);
            assertThat(refused.json().get("errors").get(0).get("path").get(0).stringValue())
                    .isEqualTo("pinCode");
        }
        assertThat(as(token, "POST", "/auth/pin-code", "{\"pinCode\": \"123456\"}")
                        .status())
                .isEqualTo(204);
        assertThat(as(token, "POST", "/auth/pin-code", "{\"pinCode\": \"123456\"}")
                        .status())
                .isEqualTo(400);
        assertThat(as(token, "POST", "/auth/session/unlock", "{\"pinCode\": \"000000\"}")
                        .message())
                .isEqualTo("Wrong PIN code");
        assertThat(as(token, "POST", "/auth/session/unlock", "{\"pinCode\": \"123456\"}")
                        .status())
                .isEqualTo(204);
        JsonNode status = as(token, "GET", "/auth/status", "").json();
        assertThat(status.get("isElevated").booleanValue()).isTrue();
        assertThat(status.get("pinCode").booleanValue()).isTrue();
        assertThat(status.get("pinExpiresAt").stringValue()).endsWith("Z");
        assertThat(as(token, "GET", "/assets/statistics?visibility=locked", "").status())
                .isEqualTo(200);
        assertThat(as(token, "POST", "/auth/session/lock", "").status()).isEqualTo(204);
        assertThat(as(token, "GET", "/auth/status", "").json().has("pinExpiresAt"))
                .isFalse();
        assertThat(as(token, "PUT", "/auth/pin-code", "{\"newPinCode\": \"654321\"}")
                        .status())
                .isEqualTo(400);
        assertThat(as(token, "PUT", "/auth/pin-code", "{\"password\": \"correct horse\", \"newPinCode\": \"654321\"}")
                        .status())
                .isEqualTo(204);
        assertThat(as(token, "DELETE", "/auth/pin-code", "{\"pinCode\": \"654321\"}")
                        .status())
                .isEqualTo(204);
        assertThat(as(token, "GET", "/auth/status", "").json().get("pinCode").booleanValue())
                .isFalse();
    }

    @Test
    void aChangedPasswordEndsTheOtherSessionsWhenAsked() {
        String email = UUID.randomUUID() + "@example.com";
        server.post("/admin/users", TestServer.credentials(email, "first password", "Bob"));
        String own = login(email, "first password");
        String other = login(email, "first password");
        assertThat(as(own, "GET", "/users/me", "")
                        .json()
                        .get("shouldChangePassword")
                        .booleanValue())
                .isTrue();
        assertThat(as(own, "POST", "/auth/change-password", """
                        {"password": "wrong", "newPassword": "second password"}""").message()).isEqualTo("Wrong password");
        assertThat(as(own, "POST", "/auth/change-password", """
                        {"password": "first password", "newPassword": "short"}""").status()).isEqualTo(400);
        JsonNode changed = as(own, "POST", "/auth/change-password", """
                {"password": "first password", "newPassword": "second password", "invalidateSessions": true}""").json();
        assertThat(changed.get("shouldChangePassword").booleanValue()).isFalse();
        assertThat(as(own, "GET", "/users/me", "").status()).isEqualTo(200);
        assertThat(as(other, "GET", "/users/me", "").status()).isEqualTo(401);
        login(email, "second password");
    }

    @Test
    void guessingIsAnsweredWithTheTimeToWait() {
        Response answer = server.post("/auth/login", TestServer.credentials("guess@example.com", "x", ""));
        for (int i = 0; i < 10; i++) {
            answer = server.post("/auth/login", TestServer.credentials("guess@example.com", "x", ""));
        }
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.message()).startsWith("Too many attempts. Try again in ");
    }

    @Test
    void forgedCookiesAndOversizedHeadersAreRefused() {
        for (String cookie :
                new String[] {"immich_access_token=", "immich_access_token=%00%ff", "immich_access_token=\"x"}) {
            assertThat(server.send(server.request("/users/me").header("Cookie", cookie))
                            .status())
                    .as(cookie)
                    .isEqualTo(401);
        }
        Response oversized =
                server.send(server.request("/users/me").header("Authorization", "Bearer " + "x".repeat(100_000)));
        assertThat(oversized.status()).isEqualTo(431);
        assertThat(oversized.json().get("statusCode").intValue()).isEqualTo(431);
    }

    private String login() {
        return server.login().json().get("accessToken").stringValue();
    }

    private String login(String email, String password) {
        return server.post("/auth/login", TestServer.credentials(email, password, ""))
                .json()
                .get("accessToken")
                .stringValue();
    }

    private Response as(String token, String method, String path, String json) {
        return server.send(server.request(path)
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.ofString(json)));
    }
}
