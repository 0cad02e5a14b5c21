package app.heirloom.server;

import app.heirloom.server.http.Listening;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server of its own on any free port, with an admin who has logged in. */
final class TestServer implements AutoCloseable {
    static final Path MEDIA_PROGRAMS = Path.of("..", "media", "target", "ffmpeg");
    private static final String EMAIL = "ann@example.com";
    private static final String PASSWORD = "correct horse";

    private final RunningServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private String token = "";

    private TestServer(RunningServer server) {
        this.server = server;
    }

    static TestServer start(Path data) {
        return start(data, "");
    }

    static TestServer start(Path data, String basePath) {
        var listening = new Listening("127.0.0.1", 0, basePath);
        return start(ServerConfig.of(listening, data, MEDIA_PROGRAMS));
    }

    /** With the admin signed up and logged in. */
    static TestServer withAdmin(Path data) {
        return withAdmin(start(data));
    }

    static TestServer start(ServerConfig config) {
        return new TestServer(ServerMain.start(config));
    }

    static TestServer withAdmin(ServerConfig config) {
        return withAdmin(start(config));
    }

    private static TestServer withAdmin(TestServer server) {
        server.post("/auth/admin-sign-up", credentials(EMAIL, PASSWORD, "Ann"));
        server.logIn();
        return server;
    }

    /** As the admin. */
    void logIn() {
        token = login().json().get("accessToken").stringValue();
    }

    Response login() {
        return post("/auth/login", credentials(EMAIL, PASSWORD, ""));
    }

    static String credentials(String email, String password, String name) {
        return """
                {"email": "%s", "password": "%s", "name": "%s"}""".formatted(email, password, name);
    }

    /** What came back. */
    record Response(HttpResponse<byte[]> raw) {
        int status() {
            return raw.statusCode();
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(raw.body());
        }

        String text() {
            return new String(raw.body(), StandardCharsets.UTF_8);
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        String message() {
            return json().get("message").stringValue();
        }
    }

    String url() {
        return server.url();
    }

    int port() {
        return server.port();
    }

    String token() {
        return token;
    }

    Response get(String path) {
        return send(authorized(path).GET());
    }

    Response post(String path, String json) {
        return send("POST", path, json);
    }

    Response send(String method, String path, String json) {
        return send(authorized(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json)));
    }

    Response upload(Form form) {
        return send(authorized("/assets")
                .header("Content-Type", form.contentType())
                .POST(BodyPublishers.ofByteArray(form.toBytes())));
    }

    /** A request with the admin's session, to be completed. */
    HttpRequest.Builder authorized(String path) {
        HttpRequest.Builder request = request(path);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    /** A request without credentials, to be completed. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + "/api" + path));
    }

    Response send(HttpRequest.Builder request) {
        try {
            return new Response(client.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it did not happen in time");
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError("interrupted", e);
            }
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
