package app.heirloom.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first steps of a user: sign up, log in, upload a photo, look at it. What comes later waits in its queue. */
final class WarmUp {
    private static final String CREDENTIALS = "\"email\":\"warm@up.example\",\"password\":\"warm-up\"";
    private static final String BOUNDARY = "warm-up-boundary";
    private static final List<String> QUEUES = List.of("metadataExtraction", "thumbnailGeneration", "videoConversion");
    private static final String PAUSE_QUEUE = "{\"command\":\"pause\",\"force\":false}";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final String url;
    private final HttpClient client = HttpClient.newHttpClient();
    private String token = "";

    WarmUp(String url) {
        this.url = url;
    }

    /** Returns an API key of the user. */
    String run() throws IOException, InterruptedException {
        get("/api/server/ping");
        get("/");
        post("/api/auth/admin-sign-up", "{" + CREDENTIALS + ",\"name\":\"Warm Up\"}");
        token = field("accessToken", post("/api/auth/login", "{" + CREDENTIALS + "}"));
        get("/api/users/me");
        String id = field("id", send("/api/assets", "POST", "multipart/form-data; boundary=" + BOUNDARY, upload()));
        awaitThumbnail(id);
        get("/api/timeline/buckets?visibility=timeline");
        get("/api/timeline/bucket?timeBucket=2024-05-01");
        get("/api/assets/" + id);
        post("/api/search/metadata", "{\"withExif\":true}");
        for (String queue : QUEUES) {
            send("/api/jobs/" + queue, "PUT", "application/json", BodyPublishers.ofString(PAUSE_QUEUE));
        }
        String key = field("secret", post("/api/api-keys", "{\"name\":\"warm-up\",\"permissions\":[\"all\"]}"));
        client.close();
        return key;
    }

    private void awaitThumbnail(String id) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (get("/api/assets/" + id + "/thumbnail").statusCode() != 200 && System.nanoTime() < deadline) {
            Thread.sleep(PAUSE);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(path, "GET", "text/plain", BodyPublishers.noBody());
    }

    private HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send(path, "POST", "application/json", BodyPublishers.ofString(json));
    }

    private HttpResponse<String> send(String path, String method, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Encoding", "gzip")
                .header("Content-Type", type)
                .method(method, body)
                .build();
        return client.send(request, BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    }

    private static BodyPublisher upload() throws IOException {
        var body = new ByteArrayOutputStream();
        for (String name : new String[] {"fileCreatedAt", "fileModifiedAt"}) {
            body.writeBytes(part("name=\"" + name + "\"", "2024-05-01T10:00:00.000Z\r\n"));
        }
        body.writeBytes(part("name=\"assetData\"; filename=\"warm-up.jpg\"", ""));
        try (InputStream photo = WarmUp.class.getResourceAsStream("warm-up.jpg")) {
            Objects.requireNonNull(photo, "warm-up.jpg").transferTo(body);
        }
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return BodyPublishers.ofByteArray(body.toByteArray());
    }

    private static byte[] part(String disposition, String content) {
        return ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String field(String name, HttpResponse<String> response) {
        Matcher value = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(response.body());
        if (!value.find()) {
            throw new IllegalStateException("The warm-up failed: " + response.statusCode() + " " + response.body());
        }
        return value.group(1);
    }
}
