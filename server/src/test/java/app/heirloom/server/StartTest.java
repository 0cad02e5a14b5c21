package app.heirloom.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.server.TestServer.Response;
import app.heirloom.server.http.Listening;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest {
    @TempDir
    private Path data;

    @Test
    void whatWasUploadedIsThereAfterARestart() {
        String id;
        try (TestServer server = TestServer.withAdmin(data)) {
            id = server.upload(Form.ofFile("a.jpg", "kept")).json().get("id").stringValue();
        }
        try (TestServer server = TestServer.start(data)) {
            String token = server.login().json().get("accessToken").stringValue();
            Response original = server.send(server.request("/assets/" + id + "/original?sessionKey=" + token));
            assertThat(new String(original.raw().body(), StandardCharsets.UTF_8))
                    .isEqualTo("kept");
        }
    }

    @Test
    void aTakenPortIsTold() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var listening = new Listening("127.0.0.1", taken.getLocalPort(), "");
            assertFails(ErrorCode.ADDRESS_IN_USE, "--port", () -> start(listening));
        }
        try (TestServer server = TestServer.start(data)) {
            assertThat(server.get("/server/ping").status())
                    .as("nothing was left open")
                    .isEqualTo(200);
        }
    }

    @Test
    void aDataDirectoryServesOnlyOneServer() {
        try (TestServer server = TestServer.start(data)) {
            assertFails(ErrorCode.DATA_DIRECTORY, "in use", () -> start(Listening.DEFAULT));
            assertThat(server.get("/server/ping").status()).isEqualTo(200);
        }
    }

    @Test
    void aCorruptDatabaseIsTold() throws IOException {
        Files.writeString(
                data.resolve("heirloom.db"), "this is no database, it only lies where one should be".repeat(100));
        assertFails(ErrorCode.DATABASE, "heirloom.db", () -> start(Listening.DEFAULT));
    }

    @Test
    void anUploadUnderWayIsFinishedWhenTheServerStops() throws Exception {
        TestServer server = TestServer.withAdmin(data);
        byte[] body = Form.ofFile("late.jpg", "finished late").toBytes();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write(("POST /api/assets HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + server.token()
                                    + "\r\nContent-Type: " + new Form().contentType() + "\r\nContent-Length: "
                                    + body.length + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(body, 0, 100);
            socket.getOutputStream().flush();
            TestServer.await(() -> server.get("/server/ping").status() == 200);
            Thread stopping = Thread.ofVirtual().start(server::close);
            TestServer.await(() -> refusesConnections(server.port()));
            socket.getOutputStream().write(body, 100, body.length - 100);
            socket.getOutputStream().flush();
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8))
                    .isEqualTo("HTTP/1.1 201");
            stopping.join();
        }
    }

    private static boolean refusesConnections(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return !socket.isConnected();
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void everythingIsBelowTheBasePath() {
        try (TestServer server = TestServer.start(data, "photos/")) {
            assertThat(server.url()).endsWith("/photos");
            assertThat(server.get("/server/ping").status()).isEqualTo(200);
            assertThat(page(server, "/.well-known/immich"))
                    .isEqualTo("{\"api\":{\"endpoint\":\"/photos/api\"},\"server\":\"heirloom\"}");
            assertThat(page(server, "/custom.css")).isEmpty();
            server.post("/auth/admin-sign-up", TestServer.credentials("ann@example.com", "correct horse", "Ann"));
            assertThat(server.login().raw().headers().allValues("Set-Cookie"))
                    .hasSize(3)
                    .allMatch(cookie -> cookie.contains("Path=/photos;"));
        }
    }

    private static String page(TestServer server, String path) {
        Response response = server.send(HttpRequest.newBuilder(URI.create(server.url() + path)));
        return new String(response.raw().body(), StandardCharsets.UTF_8);
    }

    private void start(Listening listening) {
        ServerMain.start(ServerConfig.of(listening, data, TestServer.MEDIA_PROGRAMS))
                .close();
    }

    private static void assertFails(ErrorCode code, String hint, ThrowingCallable start) {
        assertThatThrownBy(start)
                .isInstanceOfSatisfying(
                        HeirloomException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(hint);
    }
}
