package app.heirloom.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.server.TestServer.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with a request, the answer has the same form. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErrorTest {
    @AutoClose
    private final TestServer server;

    ErrorTest(@TempDir Path data) {
        server = TestServer.withAdmin(data);
    }

    @Test
    void anUnknownRouteIsNotFound() {
        assertError(server.get("/no-such-area"), 404, "Cannot GET /api/no-such-area");
        assertError(server.send("DELETE", "/server/ping", ""), 404, "Cannot DELETE /api/server/ping");
        assertError(server.get(""), 404, "Cannot GET /api");
    }

    @Test
    void aMalformedIdNamesItsPlace() {
        Response response = server.get("/assets/not-a-uuid");
        assertError(response, 400, "Validation failed");
        assertThat(response.json().get("errors").toString())
                .isEqualTo("[{\"code\":\"invalid_format\",\"path\":[\"id\"],\"message\":\"Invalid UUID\"}]");
        Response inList = server.send("DELETE", "/assets", "{\"ids\":[\"1-1-1-1-1\"]}");
        assertThat(inList.json().get("errors").get(0).get("path").toString()).isEqualTo("[\"ids\",0]");
    }

    @Test
    void anIdOfNobodyIsNoAccess() {
        assertError(
                server.get("/assets/00000000-0000-4000-8000-000000000000"), 400, "Not found or no asset.read access");
    }

    @Test
    void malformedJsonIsToldWithoutATrace() {
        Response response = server.post("/auth/login", "{\"email\": ");
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.message()).startsWith("The body is not valid JSON").doesNotContain("jackson");
        assertError(server.post("/auth/login", "[]"), 400, "Validation failed");
        assertThat(server.post("/search/metadata", "[".repeat(100_000)).status())
                .isEqualTo(400);
    }

    @Test
    void wrongTypesAndMissingFieldsNameTheField() {
        assertPath(server.post("/auth/login", "{}"), "email");
        assertPath(server.post("/auth/login", "{\"email\":5,\"password\":\"x\"}"), "email");
        assertPath(server.post("/auth/login", "{\"email\":\"no at sign\",\"password\":\"x\"}"), "email");
        assertPath(server.post("/search/metadata", "{\"size\":\"10\"}"), "size");
        assertPath(server.post("/search/metadata", "{\"size\":1001}"), "size");
        assertPath(server.post("/search/metadata", "{\"takenAfter\":\"2024-05-01T10:00:00\"}"), "takenAfter");
        assertPath(server.post("/search/metadata", "{\"cursor\":\"?\"}"), "cursor");
        assertPath(server.get("/timeline/buckets?isFavorite=yes"), "isFavorite");
        assertPath(server.get("/timeline/bucket"), "timeBucket");
        assertPath(server.get("/timeline/bucket?timeBucket=2024-13-01"), "timeBucket");
        assertPath(server.send("DELETE", "/assets", "{}"), "ids");
        assertPath(server.send("PUT", "/jobs/cooking", "{\"command\":\"pause\"}"), "name");
    }

    @Test
    void bytesThatAreNoHttpGetTheSameForm() throws IOException {
        for (String request : new String[] {"GET /api/%zz HTTP/1.1\r\nHost: x\r\n\r\n", "NONSENSE\r\n\r\n"}) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                socket.shutdownOutput();
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(answer)
                        .startsWith("HTTP/1.1 400")
                        .contains("{\"message\":")
                        .doesNotContain("<html", "\tat ");
            }
        }
    }

    private static void assertPath(Response response, String name) {
        assertError(response, 400, "Validation failed");
        assertThat(response.json().get("errors").get(0).get("path").get(0).stringValue())
                .isEqualTo(name);
    }

    private static void assertError(Response response, int status, String message) {
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.message()).isEqualTo(message);
        assertThat(response.json().get("statusCode").intValue()).isEqualTo(status);
        assertThat(response.header("Content-Type")).startsWith("application/json");
        assertThat(response.header("X-Correlation-ID")).isNotEmpty();
    }
}
