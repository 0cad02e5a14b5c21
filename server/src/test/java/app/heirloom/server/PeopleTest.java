package app.heirloom.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.testkit.TinyExif;
import app.heirloom.testkit.TinyPhotos;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PeopleTest {
    /** Two faces at the left edge of the picture as stored, whose orientation puts that edge on top. */
    private static final String REGIONS = """
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description xmlns:r="http://www.metadataworkinggroup.com/schemas/regions/"
             xmlns:a="http://ns.adobe.com/xmp/sType/Area#">
            <r:Regions rdf:parseType="Resource"><r:RegionList><rdf:Bag>
            <rdf:li><rdf:Description r:Name="Anna" r:Type="Face">
             <r:Area a:x="0.1" a:y="0.25" a:w="0.2" a:h="0.5" a:unit="normalized"/></rdf:Description></rdf:li>
            <rdf:li><rdf:Description r:Name="Rex" r:Type="Pet">
             <r:Area a:x="0.5" a:y="0.5" a:w="0.2" a:h="0.2" a:unit="normalized"/></rdf:Description></rdf:li>
            </rdf:Bag></r:RegionList></r:Regions></rdf:Description></rdf:RDF></x:xmpmeta>
            """;

    @AutoClose
    private final TestServer server;

    PeopleTest(@TempDir Path folder) {
        server = TestServer.withAdmin(folder);
    }

    @Test
    void aDrawnFacePicturesItsPerson() throws IOException {
        String asset = upload(TinyPhotos.jpeg(400, 200));
        String anna = person("Anna");
        assertThat(server.get("/people/" + anna + "/thumbnail").status()).isEqualTo(404);

        draw(asset, anna, 0, 0, 20, 20);

        TestServer.await(() -> server.get("/people/" + anna + "/thumbnail").status() == 200);
        var thumbnail = server.get("/people/" + anna + "/thumbnail");
        assertThat(thumbnail.header("Cache-Control")).isEqualTo("private, no-cache, no-transform");
        assertThat(color(thumbnail)).isEqualTo("red");
        assertThat(server.get("/assets/" + asset)
                        .json()
                        .get("people")
                        .get(0)
                        .get("name")
                        .stringValue())
                .isEqualTo("Anna");
    }

    @Test
    void theLargestFaceIsShownUntilOneIsChosen() throws IOException {
        String asset = upload(TinyPhotos.jpeg(400, 200));
        String other = upload(TinyPhotos.jpeg(402, 200));
        String anna = person("Anna");
        draw(asset, anna, 0, 0, 20, 20);
        awaitColor(anna, "red");
        draw(other, anna, 230, 120, 60, 60);
        awaitColor(anna, "white");

        server.send("PUT", "/people/" + anna, "{\"featureFaceAssetId\": \"" + asset + "\"}");
        awaitColor(anna, "red");

        String face = server.get("/faces?id=" + asset).json().get(0).get("id").stringValue();
        assertThat(server.send("DELETE", "/faces/" + face, "{\"force\": true}").status())
                .isEqualTo(204);
        awaitColor(anna, "white");
    }

    @Test
    void aPersonWithoutFacesHasNoThumbnailAnyMore() {
        String asset = upload(TinyPhotos.jpeg(400, 200));
        String anna = person("Anna");
        draw(asset, anna, 0, 0, 20, 20);
        TestServer.await(() -> server.get("/people/" + anna + "/thumbnail").status() == 200);
        String face = server.get("/faces?id=" + asset).json().get(0).get("id").stringValue();

        server.send("DELETE", "/faces/" + face, "{\"force\": false}");

        assertThat(server.get("/faces?id=" + asset).json().size()).isZero();
        TestServer.await(() -> server.get("/people/" + anna)
                .json()
                .get("thumbnailPath")
                .stringValue()
                .isEmpty());
        assertThat(server.get("/people/" + anna + "/thumbnail").status()).isEqualTo(404);
    }

    @Test
    void facesOfTheFileBecomePeople() {
        byte[] photo = TinyPhotos.withXmp(
                TinyPhotos.withExif(TinyPhotos.jpeg(400, 200), new TinyExif().orientation(6)), REGIONS);
        String asset = upload(photo);
        TestServer.await(() -> server.get("/faces?id=" + asset).json().size() == 1);

        JsonNode face = server.get("/faces?id=" + asset).json().get(0);

        assertThat(face.get("sourceType").stringValue()).isEqualTo("exif");
        assertThat(face.get("person").get("name").stringValue()).isEqualTo("Anna");
        assertThat(face.get("imageWidth").intValue()).isEqualTo(200);
        assertThat(face.get("boundingBoxX1").intValue()).isEqualTo(100);
        assertThat(face.get("boundingBoxX2").intValue()).isEqualTo(200);
        assertThat(face.get("boundingBoxY1").intValue()).isZero();
        assertThat(face.get("boundingBoxY2").intValue()).isEqualTo(80);
    }

    @Test
    void refusesBoxesThatReachOutOfTheirImage() {
        String asset = upload(TinyPhotos.jpeg(400, 200));
        String anna = person("Anna");
        var refused = server.post("/faces", face(asset, anna, 390, 0, 20, 20));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("errors").get(0).get("path").get(0).stringValue())
                .isEqualTo("width");
        assertThat(server.post("/faces", face(asset, anna, -1, 0, 20, 20)).status())
                .isEqualTo(400);
    }

    @Test
    void mergesPeopleButNobodyIntoItself() {
        String asset = upload(TinyPhotos.jpeg(400, 200));
        String unnamed = person("");
        String anna = person("Anna");
        draw(asset, anna, 0, 0, 20, 20);
        String self = "{\"ids\": [\"%s\", \"%s\"]}".formatted(anna, anna);
        assertThat(server.post("/people/merge", self).status()).isEqualTo(400);

        JsonNode merged = server.post("/people/" + unnamed + "/merge", "{\"ids\": [\"" + anna + "\"]}")
                .json();

        assertThat(merged.get(0).get("success").booleanValue()).isTrue();
        assertThat(server.get("/people/" + unnamed).json().get("name").stringValue())
                .isEqualTo("Anna");
        assertThat(server.get("/people/" + unnamed + "/statistics")
                        .json()
                        .get("assets")
                        .intValue())
                .isEqualTo(1);
        assertThat(server.get("/people/" + anna).status()).isEqualTo(400);
        awaitColor(unnamed, "red");
    }

    private String person(String name) {
        return server.post("/people", "{\"name\": \"" + name + "\"}")
                .json()
                .get("id")
                .stringValue();
    }

    private void draw(String asset, String person, int x, int y, int width, int height) {
        assertThat(server.post("/faces", face(asset, person, x, y, width, height))
                        .status())
                .isEqualTo(201);
    }

    private static String face(String asset, String person, int x, int y, int width, int height) {
        return """
                {"assetId": "%s", "personId": "%s", "imageWidth": 400, "imageHeight": 200,
                 "x": %d, "y": %d, "width": %d, "height": %d}""".formatted(asset, person, x, y, width, height);
    }

    private String upload(byte[] photo) {
        return server.upload(Form.ofUpload().file("assetData", "photo.jpg", photo))
                .json()
                .get("id")
                .stringValue();
    }

    private void awaitColor(String person, String color) {
        TestServer.await(() -> {
            var thumbnail = server.get("/people/" + person + "/thumbnail");
            return thumbnail.status() == 200 && color(thumbnail).equals(color);
        });
    }

    /** Of the middle, which is that of the face. */
    private static String color(TestServer.Response thumbnail) {
        try {
            BufferedImage picture =
                    ImageIO.read(new ByteArrayInputStream(thumbnail.raw().body()));
            assertThat(picture.getWidth()).isEqualTo(250);
            int rgb = picture.getRGB(125, 125);
            boolean red = (rgb >> 16 & 0xff) > 127;
            boolean blue = (rgb & 0xff) > 127;
            return red && blue ? "white" : red ? "red" : "other";
        } catch (IOException e) {
            throw new AssertionError("no picture", e);
        }
    }
}
