package app.heirloom.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.heirloom.inference.download.PackPull;
import app.heirloom.inference.download.Patience;
import app.heirloom.inference.download.Progress;
import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.library.recognition.FaceSettings;
import app.heirloom.testkit.TinyPhotos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Faces and people on a whole server, with the real models where they are. */
class RecognitionTest {
    static final Path TEST_DATA = Path.of(System.getenv().getOrDefault("HEIRLOOM_TESTDATA", "/nowhere"))
            .toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void withoutModelsAllElseWorks() {
        try (TestServer server = TestServer.withAdmin(folder)) {
            assertThat(abilities(server))
                    .containsEntry("facialRecognition", false)
                    .containsEntry("smartSearch", false)
                    .containsEntry("ocr", false)
                    .containsEntry("importFaces", true)
                    .containsEntry("duplicateDetection", true);
            server.upload(Form.ofUpload().file("assetData", "a.jpg", TinyPhotos.jpeg(400, 200)));
            awaitIdle(server);
            assertThat(server.send("PUT", "/jobs/faceDetection", """
                            {"command": "start", "force": false}""").message()).contains("no model");
            assertThat(server.send("PUT", "/heirloom/people/recognition", "{}").status())
                    .isEqualTo(400);
            assertThat(server.send("PUT", "/heirloom/people/recognition", """
                            {"enabled": false, "forget": true}""")
                            .json()
                            .get("enabled")
                            .booleanValue())
                    .isFalse();
        }
    }

    @Test
    void photosBecomePeopleWhoAreNamedAndStay() throws IOException {
        addModels(folder);
        try (TestServer server = TestServer.withAdmin(folder)) {
            assertThat(abilities(server))
                    .containsEntry("facialRecognition", true)
                    .containsEntry("smartSearch", false)
                    .containsEntry("ocr", false);
            for (List<Integer> person : people()) {
                for (int photo : person) {
                    upload(server, photo);
                }
            }
            awaitIdle(server);
            JsonNode found = server.get("/people").json();
            assertThat(found.get("total").intValue()).isEqualTo(3);
            String first = found.get("people").get(0).get("id").stringValue();
            assertThat(server.get("/people/" + first + "/thumbnail").status()).isEqualTo(200);

            server.send("PUT", "/people/" + first, "{\"name\": \"Bea\"}");
            assertThat(server.send("PUT", "/jobs/faceDetection", "{\"command\": \"start\", \"force\": true}")
                            .status())
                    .isEqualTo(200);
            awaitIdle(server);
            assertThat(server.send("PUT", "/jobs/facialRecognition", "{\"command\": \"start\", \"force\": true}")
                            .status())
                    .isEqualTo(200);
            awaitIdle(server);
            assertThat(ids(server)).hasSize(3).contains(first);
            assertThat(server.get("/people/" + first + "/statistics")
                            .json()
                            .get("assets")
                            .intValue())
                    .isEqualTo(4);

            mergeAndUndo(server, first);
            server.send("PUT", "/heirloom/people/recognition", "{\"enabled\": false, \"forget\": true}");
            assertThat(ids(server)).containsOnly(first);
        }
    }

    @Test
    void nobodyIsOnPhotosFromBeforeTheirBirth() throws IOException {
        addModels(folder);
        try (TestServer server = TestServer.withAdmin(folder)) {
            List<Integer> photos = people().getFirst();
            for (int photo : photos) {
                upload(server, photo);
            }
            awaitIdle(server);
            String person = ids(server).iterator().next();
            server.send("PUT", "/people/" + person, "{\"name\": \"Bea\"}");
            JsonNode assets = server.post("/search/metadata", "{\"personIds\": [\"" + person + "\"]}")
                    .json()
                    .at("/assets/items");
            assertThat(assets).hasSize(photos.size());
            String oldest = assets.get(0).get("id").stringValue();
            for (JsonNode asset : assets) {
                String id = asset.get("id").stringValue();
                String year = id.equals(oldest) ? "2001" : "2012";
                server.send("PUT", "/assets/" + id, "{\"dateTimeOriginal\": \"" + year + "-05-01T12:00:00Z\"}");
            }
            assertThat(server.send("PUT", "/people/" + person, "{\"birthDate\": \"2008-04-03\"}")
                            .status())
                    .isEqualTo(200);
            awaitIdle(server);
            assertThat(assetsOf(server, person)).isEqualTo(photos.size() - 1);
            assertThat(server.get("/faces?id=" + oldest)
                            .json()
                            .get(0)
                            .get("person")
                            .isNull())
                    .isTrue();
            server.send("PUT", "/people/" + person, "{\"birthDate\": null}");
            awaitIdle(server);
            assertThat(assetsOf(server, person)).isEqualTo(photos.size());
        }
    }

    private static int assetsOf(TestServer server, String person) {
        return server.get("/people/" + person + "/statistics")
                .json()
                .get("assets")
                .intValue();
    }

    private static Map<String, Boolean> abilities(TestServer server) {
        var abilities = new HashMap<String, Boolean>();
        server.get("/server/features")
                .json()
                .properties()
                .forEach(ability ->
                        abilities.put(ability.getKey(), ability.getValue().booleanValue()));
        return abilities;
    }

    private static void mergeAndUndo(TestServer server, String first) {
        String other =
                ids(server).stream().filter(id -> !id.equals(first)).findFirst().orElseThrow();
        server.post("/people/" + first + "/merge", "{\"ids\": [\"" + other + "\"]}");
        assertThat(ids(server)).hasSize(2);
        long number = server.get("/heirloom/people/journal")
                .json()
                .get(0)
                .get("number")
                .longValue();
        assertThat(server.post("/heirloom/people/journal/" + number + "/undo", "{}")
                        .status())
                .isEqualTo(204);
        awaitIdle(server);
        assertThat(ids(server)).hasSize(3).contains(first, other);
        assertThat(server.get("/people/" + other + "/statistics")
                        .json()
                        .get("assets")
                        .intValue())
                .isEqualTo(4);
    }

    private static Set<String> ids(TestServer server) {
        var ids = new TreeSet<String>();
        for (JsonNode person : server.get("/people").json().get("people")) {
            ids.add(person.get("id").stringValue());
        }
        return ids;
    }

    static void addModels(Path folder) {
        Path source = TEST_DATA.resolve("models");
        assumeTrue(Files.isDirectory(source), "no models: set HEIRLOOM_TESTDATA to the folder of the test data");
        var models = new ModelFolder(folder.resolve("models"));
        new PackPull(models, Patience.DEFAULT, Progress.SILENT)
                .fromFolder(models.get(FaceSettings.DEFAULT.pack()), source);
    }

    private static List<List<Integer>> people() throws IOException {
        List<String> labels = Files.readAllLines(TEST_DATA.resolve("faces/caltech/identities.csv"));
        var people = new ArrayList<List<Integer>>();
        for (String person : List.of("person01", "person04", "person15")) {
            people.add(labels.stream()
                    .filter(line -> line.contains("," + person + ","))
                    .limit(4)
                    .map(line -> Integer.valueOf(line.substring("image_".length(), line.indexOf('.'))))
                    .toList());
        }
        return people;
    }

    private static void upload(TestServer server, int photo) throws IOException {
        String name = String.format(Locale.ROOT, "image_%04d.jpg", photo);
        byte[] content = Files.readAllBytes(TEST_DATA.resolve("faces/caltech").resolve(name));
        assertThat(server.upload(Form.ofUpload().file("assetData", name, content))
                        .status())
                .isEqualTo(201);
    }

    static void awaitIdle(TestServer server) {
        TestServer.await(() -> {
            for (JsonNode queue : server.get("/jobs").json()) {
                JsonNode counts = queue.get("jobCounts");
                if (counts.get("active").intValue() + counts.get("waiting").intValue() > 0) {
                    return false;
                }
            }
            return true;
        });
    }
}
