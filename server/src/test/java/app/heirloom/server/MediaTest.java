package app.heirloom.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.server.TestServer.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The bytes of assets, and how clients cache and resume them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MediaTest {
    private static final String CONTENT = "0123456789";

    @AutoClose
    private final TestServer server;

    private final String id;

    MediaTest(@TempDir Path data) {
        server = TestServer.withAdmin(data);
        id = server.upload(Form.ofFile("ten été.mp4", CONTENT)).json().get("id").stringValue();
    }

    @Test
    void anOriginalComesByteForByteWithItsHeaders() {
        Response response = server.get("/assets/" + id + "/original");
        assertThat(response.status()).isEqualTo(200);
        assertThat(textOf(response)).isEqualTo(CONTENT);
        assertThat(response.header("Content-Type")).isEqualTo("video/mp4");
        assertThat(response.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(response.header("Content-Disposition"))
                .isEqualTo("inline; filename*=UTF-8''ten%20%C3%A9t%C3%A9.mp4");
        assertThat(response.header("Cache-Control"))
                .isEqualTo(
                        "private, max-age=86400, no-transform, stale-while-revalidate=2592000, stale-if-error=2592000");
        assertThat(response.header("Last-Modified")).endsWith("GMT");
        assertThat(response.header("ETag")).matches("\"[0-9a-f-]+\"");
    }

    @Test
    void aHeadRequestTellsTheSizeOnly() {
        Response response =
                server.send(server.authorized("/assets/" + id + "/original").method("HEAD", BodyPublishers.noBody()));
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("Content-Length")).isEqualTo("10");
        assertThat(response.raw().body()).isEmpty();
    }

    @Test
    void rangesAreServed() {
        assertRange("bytes=0-3", "0123", "bytes 0-3/10");
        assertRange("bytes=7-", "789", "bytes 7-9/10");
        assertRange("bytes=-2", "89", "bytes 8-9/10");
        assertRange("bytes=8-100", "89", "bytes 8-9/10");
    }

    @Test
    void rangesBeyondTheEndAreNotSatisfiable() {
        for (String range : new String[] {"bytes=10-", "bytes=-0"}) {
            Response response = range(range);
            assertThat(response.status()).isEqualTo(416);
            assertThat(response.header("Content-Range")).isEqualTo("bytes */10");
        }
    }

    @Test
    void otherRangesAreIgnored() {
        for (String range : new String[] {"bytes=0-1,3-4", "bytes=5-2", "lines=1-2", "bytes=-"}) {
            assertThat(range(range).status()).as(range).isEqualTo(200);
        }
    }

    @Test
    void whatAClientHasIsNotSentAgain() {
        Response first = server.get("/assets/" + id + "/video/playback");
        assertThat(conditional("If-None-Match", first.header("ETag")).status()).isEqualTo(304);
        assertThat(conditional("If-None-Match", "\"other\"").status()).isEqualTo(200);
        assertThat(conditional("If-Modified-Since", first.header("Last-Modified"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void aRangeOfAnotherVersionIsTheWholeFile() {
        Response response = server.send(server.authorized("/assets/" + id + "/original")
                .header("Range", "bytes=0-3")
                .header("If-Range", "\"other\""));
        assertThat(response.status()).isEqualTo(200);
    }

    @Test
    void aPhotoGetsItsDerivatives() throws IOException {
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
        Form form = Form.ofUpload().file("assetData", "black.jpg", jpeg.toByteArray());
        String photo = "/assets/" + server.upload(form).json().get("id").stringValue();
        TestServer.await(() -> server.get(photo + "/thumbnail").status() == 200);
        Response thumbnail = server.get(photo + "/thumbnail?c=cache&edited=true");
        assertThat(thumbnail.header("Content-Type")).isEqualTo("image/webp");
        assertThat(thumbnail.header("Content-Disposition")).endsWith("black_thumbnail.webp");
        assertThat(server.get(photo + "/thumbnail?size=preview").header("Content-Type"))
                .isEqualTo("image/jpeg");
        Response fullsize = server.get(photo + "/thumbnail?size=fullsize&c=1");
        assertThat(fullsize.status()).isEqualTo(302);
        assertThat(fullsize.header("Location")).isEqualTo("original?c=1");
        assertThat(server.get(photo + "/thumbnail?size=fullsize&edited=true").header("Location"))
                .isEqualTo("thumbnail?size=preview&edited=true");
        assertThat(server.get(photo).json().get("thumbhash").isString()).isTrue();
        assertThat(server.get(photo).json().get("width").intValue()).isEqualTo(640);
        assertThat(server.get(photo + "/video/playback").status()).isEqualTo(404);
    }

    @Test
    void aThumbnailThatDoesNotExistIsNotFound() {
        assertThat(server.get("/assets/" + id + "/thumbnail").status()).isEqualTo(404);
        assertThat(server.get("/assets/" + id + "/thumbnail?size=huge").status())
                .isEqualTo(400);
    }

    @Test
    void jsonHasEntityTagsAndIsCompressed() {
        Response first = server.get("/server/media-types");
        Response again =
                server.send(server.authorized("/server/media-types").header("If-None-Match", first.header("ETag")));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.raw().body()).isEmpty();
        Response zipped = server.send(server.authorized("/jobs").header("Accept-Encoding", "gzip"));
        assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(Arrays.copyOf(zipped.raw().body(), 2)).containsExactly(0x1f, 0x8b);
    }

    private void assertRange(String range, String content, String contentRange) {
        Response response = range(range);
        assertThat(response.status()).isEqualTo(206);
        assertThat(textOf(response)).isEqualTo(content);
        assertThat(response.header("Content-Range")).isEqualTo(contentRange);
    }

    private Response range(String range) {
        return server.send(server.authorized("/assets/" + id + "/original").header("Range", range));
    }

    private Response conditional(String header, String value) {
        return server.send(
                server.authorized("/assets/" + id + "/video/playback").header(header, value));
    }

    private static String textOf(Response response) {
        return new String(response.raw().body(), StandardCharsets.UTF_8);
    }
}
