package app.heirloom.cli.identity;

import app.heirloom.immich.client.ImmichPhotoServer;
import app.heirloom.immich.client.transport.ApiSecret;
import app.heirloom.immich.client.transport.ClientConfig;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.remote.asset.RemoteUpload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A user's account on a real server, asked by plain requests, so that what the tools say of it can be checked. */
final class FilledAccount implements AutoCloseable {
    private static final Instant MODIFIED = Instant.parse("2021-01-02T03:04:05Z");
    private static final int WANTED = 90;

    private final String url;
    private final String key;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ImmichPhotoServer server;
    private final Map<String, Dimensions> sizes = new HashMap<>();

    FilledAccount(String url, String key) {
        this.url = url;
        this.key = key;
        this.server = ImmichPhotoServer.connect(ClientConfig.of(url, ApiSecret.of(key)));
    }

    String url() {
        return url;
    }

    String key() {
        return key;
    }

    /** Answers with the asset's id. */
    String upload(Path file) throws IOException {
        remember(file);
        String name = file.getFileName().toString();
        return server.originals()
                .upload(new RemoteUpload(
                        RemoteUpload.Content.of(file), name, MODIFIED, MODIFIED, RemoteUpload.Wish.PLAIN))
                .id()
                .toString();
    }

    /** Has the server index a folder in place. */
    void index(Path folder) {
        String owner = send("GET", "/users/me", "").path("id").stringValue();
        JsonNode library = send(
                "POST",
                "/libraries",
                JsonMapper.shared()
                        .writeValueAsString(
                                Map.of("ownerId", owner, "importPaths", Set.of(folder.toString()), "name", "folder")));
        send("POST", "/libraries/" + library.path("id").stringValue() + "/scan", "");
    }

    /** Tells how large the file's picture is, as the server learns it from the file. */
    void remember(Path file) throws IOException {
        var picture = ImageIO.read(file.toFile());
        if (picture != null) {
            sizes.put(file.getFileName().toString(), new Dimensions(picture.getWidth(), picture.getHeight()));
        }
    }

    /** What must become of the assets, by the names that the command gives the counts. */
    Map<String, Integer> expectedCounts() {
        Map<String, Integer> counts = new TreeMap<>(
                Map.of("staged", 0, "duplicates", 0, "faces_too_small", 0, "without_faces", 0, "left_out", 0));
        Set<String> contents = new HashSet<>();
        for (JsonNode asset : assets()) {
            counts.merge(becomes(asset, contents), 1, Integer::sum);
        }
        return counts;
    }

    int countAssets() {
        return assets().size();
    }

    private JsonNode assets() {
        return send("POST", "/search/metadata", "{\"size\": 1000}")
                .path("assets")
                .path("items");
    }

    private String becomes(JsonNode asset, Set<String> contents) {
        String path = asset.path("originalPath").stringValue();
        if (asset.path("type").stringValue().equals("VIDEO") || path.contains("/thumbs/")) {
            return "left_out";
        }
        JsonNode faces = faces(asset);
        if (faces.isEmpty()) {
            return "without_faces";
        }
        Dimensions size = sizes.get(asset.path("originalFileName").stringValue());
        boolean isWanted = StreamSupport.stream(faces.spliterator(), false)
                .anyMatch(face -> size == null || shortSide(face, size) >= WANTED);
        if (!isWanted) {
            return "faces_too_small";
        }
        return contents.add(asset.path("checksum").stringValue()) ? "staged" : "duplicates";
    }

    private static double shortSide(JsonNode face, Dimensions original) {
        double across = (double) original.width() / face.path("imageWidth").intValue();
        double down = (double) original.height() / face.path("imageHeight").intValue();
        return Math.min(
                (face.path("boundingBoxX2").intValue()
                                - face.path("boundingBoxX1").intValue())
                        * across,
                (face.path("boundingBoxY2").intValue()
                                - face.path("boundingBoxY1").intValue())
                        * down);
    }

    private JsonNode faces(JsonNode asset) {
        return send("GET", "/faces?id=" + asset.path("id").stringValue(), "");
    }

    /** Each face's id, and all faces of its person, whoever that is; with his name if he has one. */
    Map<String, Set<String>> people() {
        Map<String, Set<String>> people = new HashMap<>();
        Map<String, String> persons = new TreeMap<>();
        for (JsonNode asset : assets()) {
            for (JsonNode face : faces(asset)) {
                String id = face.path("id").stringValue();
                JsonNode person = face.path("person");
                String whose = person.isObject() ? person.path("id").stringValue() : id;
                persons.put(id, whose);
                Set<String> faces = people.computeIfAbsent(whose, any -> new HashSet<>());
                faces.add(id);
                if (!person.path("name").asString("").isEmpty()) {
                    faces.add(person.path("name").stringValue());
                }
            }
        }
        Map<String, Set<String>> companions = new TreeMap<>();
        persons.forEach((face, person) -> companions.put(face, people.getOrDefault(person, Set.of())));
        return companions;
    }

    JsonNode send(String method, String path, String json) {
        var request = HttpRequest.newBuilder(URI.create(url + "/api" + path))
                .header("Content-Type", "application/json")
                .header("x-api-key", key)
                .method(method, BodyPublishers.ofString(json));
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
            }
            return JsonMapper.shared().readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        server.close();
        http.close();
    }
}
