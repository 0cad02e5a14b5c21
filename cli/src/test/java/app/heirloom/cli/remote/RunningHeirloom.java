package app.heirloom.cli.remote;

import app.heirloom.server.RunningServer;
import app.heirloom.server.ServerConfig;
import app.heirloom.server.ServerMain;
import app.heirloom.server.http.Listening;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Heirloom on any free port, with an admin and a key of his. */
public final class RunningHeirloom implements AutoCloseable {
    private static final Path MEDIA_PROGRAMS = Path.of("..", "media", "target", "ffmpeg");

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(50);

    private final RunningServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Set<String> undone = new HashSet<>();
    private @Nullable String token;

    private RunningHeirloom(RunningServer server) {
        this.server = server;
    }

    public static RunningHeirloom start(Path data) {
        var listening = new Listening("127.0.0.1", 0, "");
        var heirloom = new RunningHeirloom(ServerMain.start(ServerConfig.of(listening, data, MEDIA_PROGRAMS)));
        String credentials = """
                {"email": "ann@example.com", "password": "correct horse", "name": "Ann"}""";
        heirloom.send("POST", "/auth/admin-sign-up", credentials);
        heirloom.token = heirloom.send("POST", "/auth/login", credentials)
                .path("accessToken")
                .stringValue();
        return heirloom;
    }

    public String url() {
        return server.url();
    }

    /** The secret of a new key with these permissions, as {@code "all"}. */
    public String newKey(String... permissions) {
        String names = JsonMapper.shared().writeValueAsString(permissions);
        return send("POST", "/api-keys", "{\"name\": \"tools\", \"permissions\": " + names + "}")
                .path("secret")
                .stringValue();
    }

    /** The secret of a key, which may do all, of a new user. */
    public String newUserKey(String name) {
        String credentials = """
                {"email": "%s@example.com", "password": "correct horse", "name": "%s"}""".formatted(name.toLowerCase(Locale.ROOT), name);
        send("POST", "/admin/users", credentials);
        String admin = token;
        try {
            token = null;
            token = send("POST", "/auth/login", credentials).path("accessToken").stringValue();
            return newKey("all");
        } finally {
            token = admin;
        }
    }

    /** As the admin; fails when it is refused. */
    public JsonNode send(String method, String path, String json) {
        var request = HttpRequest.newBuilder(URI.create(url() + "/api" + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
            }
            return JsonMapper.shared().readTree(Objects.requireNonNullElse(response.body(), ""));
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /** Pauses a queue, for whose jobs then nobody waits. */
    public void leaveUndone(String queue) {
        send("PUT", "/jobs/" + queue, "{\"command\": \"pause\", \"force\": false}");
        undone.add(queue);
    }

    /** Returns once no job is left to do. */
    public void awaitIdle() {
        Instant end = Instant.now().plus(PATIENCE);
        while (isBusy()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("jobs are still left after " + PATIENCE);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private boolean isBusy() {
        for (JsonNode queue : send("GET", "/queues", "")) {
            JsonNode counts = queue.path("statistics");
            boolean isAwaited = !undone.contains(queue.path("name").stringValue());
            if (isAwaited
                    && counts.path("active").intValue() + counts.path("waiting").intValue() > 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        http.close();
        server.close();
    }
}
