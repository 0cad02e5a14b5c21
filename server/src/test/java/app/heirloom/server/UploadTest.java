package app.heirloom.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.server.TestServer.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadTest {
    private Path data;
    private TestServer server;

    @BeforeAll
    void start(@TempDir Path directory) {
        data = directory;
        server = TestServer.withAdmin(directory);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aNewFileIsCreatedAndTheSameAgainIsADuplicate() {
        Response first = server.upload(Form.ofFile("a.jpg", "twice"));
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().get("status").stringValue()).isEqualTo("created");
        Response second = server.upload(Form.ofFile("b.jpg", "twice"));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().get("status").stringValue()).isEqualTo("duplicate");
        assertThat(idOf(second)).isEqualTo(idOf(first));
    }

    @Test
    void theOrderOfPartsDoesNotMatter() {
        Response response = server.upload(new Form()
                .file("assetData", "order.jpg", "order".getBytes(UTF_8))
                .field("isFavorite", "true")
                .field("visibility", "archive")
                .field("fileModifiedAt", "2024-05-01T10:00:00.000Z")
                .field("fileCreatedAt", "2023-01-02T03:04:05.678+02:00")
                .field("deviceAssetId", "ignored"));
        var asset = server.get("/assets/" + idOf(response)).json();
        assertThat(asset.get("isFavorite").booleanValue()).isTrue();
        assertThat(asset.get("visibility").stringValue()).isEqualTo("archive");
        assertThat(asset.get("fileCreatedAt").stringValue()).isEqualTo("2023-01-02T01:04:05.678Z");
    }

    @Test
    void namesKeepTheirLettersAndLoseTheirFolders() {
        assertThat(uploadedName("été 写真 \\\"x\\\".jpg")).isEqualTo("été 写真 \"x\".jpg");
        assertThat(uploadedName("../../etc/passwd.jpg")).isEqualTo("passwd.jpg");
        assertThat(uploadedName("C:\\photos\\win.jpg")).isEqualTo("win.jpg");
        assertThat(uploadedName("bell\u0007 and\u202Egpj.jpg")).isEqualTo("bell andgpj.jpg");
        assertThat(uploadedName("x".repeat(400) + ".jpg")).hasSize(255).endsWith("x.jpg");
    }

    @Test
    void aFileNameFieldBeforeTheFileWins() {
        Response early = server.upload(
                Form.ofUpload().field("filename", "early.jpg").file("assetData", "blob", "early".getBytes(UTF_8)));
        assertThat(nameOf(early)).isEqualTo("early.jpg");
        Response late = server.upload(Form.ofFile("part.jpg", "late").field("filename", "late.jpg"));
        assertThat(nameOf(late)).isEqualTo("part.jpg");
    }

    @Test
    void anAnnouncedDuplicateIsToldBeforeTheBodyIsSent() throws Exception {
        String id = idOf(server.upload(Form.ofFile("known.jpg", "known")));
        byte[] sha1 = MessageDigest.getInstance("SHA-1").digest("known".getBytes(UTF_8));
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/assets HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + server.token()
                            + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000000\r\n"
                            + "x-immich-checksum: " + HexFormat.of().formatHex(sha1) + "\r\n\r\n")
                    .getBytes(UTF_8));
            out.flush();
            String answer = readUntil(socket.getInputStream(), "}");
            assertThat(answer).startsWith("HTTP/1.1 200").contains("\"duplicate\"", id);
        }
    }

    @Test
    void anAnnouncedFileThatSomebodyElseBringsMeanwhileIsADuplicate() throws Exception {
        long before = countOriginals();
        Form form = Form.ofFile("slow.jpg", "slow".repeat(30_000));
        byte[] sha1 =
                MessageDigest.getInstance("SHA-1").digest("slow".repeat(30_000).getBytes(UTF_8));
        byte[] begin = form.toUnfinishedBytes();
        byte[] whole = form.toBytes();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/assets HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + server.token()
                            + "\r\nContent-Type: " + form.contentType() + "\r\nContent-Length: " + whole.length
                            + "\r\nx-immich-checksum: " + HexFormat.of().formatHex(sha1) + "\r\n\r\n")
                    .getBytes(UTF_8));
            out.write(begin);
            out.flush();
            TestServer.await(() -> countOriginals() > before);
            Response quick = server.upload(form);
            assertThat(quick.status()).isEqualTo(201);
            out.write(whole, begin.length, whole.length - begin.length);
            out.flush();
            String answer = readUntil(socket.getInputStream(), "}");
            assertThat(answer).startsWith("HTTP/1.1 200").contains("\"duplicate\"", idOf(quick));
        }
        TestServer.await(() -> countOriginals() == before + 1);
    }

    @Test
    void aSidecarIsKeptBesideTheOriginal() throws IOException {
        String id = idOf(server.upload(Form.ofUpload()
                .file("sidecarData", "side.jpg.xmp", "<x:xmpmeta/>".getBytes(UTF_8))
                .file("assetData", "side.jpg", "with sidecar".getBytes(UTF_8))));
        assertThat(originals())
                .anySatisfy(file -> assertThat(file.toString()).contains(id).endsWith(".jpg.xmp"));
        Response wrong = server.upload(Form.ofUpload().file("sidecarData", "side.txt", new byte[] {1}));
        assertThat(wrong.status()).isEqualTo(400);
    }

    @Test
    void theMotionVideoOfALivePhotoIsHidden() {
        String video = idOf(server.upload(Form.ofFile("live.mov", "motion")));
        Response still = server.upload(Form.ofUpload()
                .field("livePhotoVideoId", video)
                .file("assetData", "live.heic", "still".getBytes(UTF_8)));
        assertThat(server.get("/assets/" + idOf(still))
                        .json()
                        .get("livePhotoVideoId")
                        .stringValue())
                .isEqualTo(video);
        assertThat(server.get("/assets/" + video).json().get("visibility").stringValue())
                .isEqualTo("hidden");
    }

    @Test
    void badUploadsAreRefusedWithTheirReasonAndLeaveNothing() throws IOException {
        long before = originals().size();
        assertThat(refusal(Form.ofFile("virus.exe", "x"))).isEqualTo("Unsupported file type virus.exe");
        assertThat(refusal(Form.ofFile("empty.jpg", ""))).isEqualTo("The file is empty");
        assertThat(refusal(Form.ofUpload())).isEqualTo("Validation failed");
        assertThat(refusal(new Form().file("assetData", "a.jpg", new byte[] {9})))
                .isEqualTo("Validation failed");
        assertThat(refusal(Form.ofFile("a.jpg", "9").field("visibility", "secret")))
                .isEqualTo("Validation failed");
        assertThat(refusal(Form.ofFile("a.jpg", "9").field("livePhotoVideoId", "9")))
                .isEqualTo("Validation failed");
        assertThat(originals()).hasSize((int) before);
    }

    @Test
    void aDateWithoutZoneIsRefusedByName() {
        Response response = server.upload(new Form()
                .field("fileCreatedAt", "2024-05-01T10:00:00")
                .field("fileModifiedAt", "2024-05-01T10:00:00Z")
                .file("assetData", "a.jpg", "naive".getBytes(UTF_8)));
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.json().get("errors").get(0).get("path").get(0).stringValue())
                .isEqualTo("fileCreatedAt");
    }

    @Test
    void aBodyThatEndsEarlyIsRefusedAndLeavesNothing() throws IOException {
        long before = originals().size();
        byte[] unfinished = Form.ofFile("cut.jpg", "cut off").toUnfinishedBytes();
        Response response = server.send(server.authorized("/assets")
                .header("Content-Type", new Form().contentType())
                .POST(BodyPublishers.ofByteArray(unfinished)));
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.message()).contains("malformed");
        assertThat(originals()).hasSize((int) before);
    }

    @Test
    void aClientThatHangsUpLeavesNothing() throws IOException {
        long before = originals().size();
        byte[] unfinished = Form.ofFile("gone.jpg", "x".repeat(100_000)).toUnfinishedBytes();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write(("POST /api/assets HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + server.token()
                                    + "\r\nContent-Type: " + new Form().contentType()
                                    + "\r\nContent-Length: 10000000\r\n\r\n")
                            .getBytes(UTF_8));
            socket.getOutputStream().write(unfinished);
            socket.getOutputStream().flush();
            TestServer.await(() -> countOriginals() > before);
        }
        TestServer.await(() -> countOriginals() == before);
    }

    @Test
    void withoutACredentialTheBodyIsNotTaken() {
        Response response = server.send(server.request("/assets")
                .header("Content-Type", new Form().contentType())
                .POST(BodyPublishers.ofByteArray(
                        Form.ofFile("a.jpg", "x".repeat(3_000_000)).toBytes())));
        assertThat(response.status()).isEqualTo(401);
    }

    @Test
    void theBulkCheckAnswersInOrder() throws Exception {
        String id = idOf(server.upload(Form.ofFile("checked.jpg", "checked")));
        String known =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest("checked".getBytes(UTF_8)));
        Response response = server.post("/assets/bulk-upload-check", """
                {"assets": [{"id": "/new.jpg", "checksum": "%s"}, {"id": "/old.jpg", "checksum": "%s"}]}""".formatted("0".repeat(40), known));
        var results = response.json().get("results");
        assertThat(results.get(0).toString()).isEqualTo("{\"id\":\"/new.jpg\",\"action\":\"accept\"}");
        assertThat(results.get(1).toString())
                .isEqualTo("{\"id\":\"/old.jpg\",\"action\":\"reject\",\"reason\":\"duplicate\",\"assetId\":\"" + id
                        + "\",\"isTrashed\":false}");
    }

    private String refusal(Form form) {
        Response response = server.upload(form);
        assertThat(response.status()).isEqualTo(400);
        return response.message();
    }

    private String uploadedName(String sent) {
        return nameOf(server.upload(Form.ofFile(sent, sent)));
    }

    private String nameOf(Response upload) {
        return server.get("/assets/" + idOf(upload))
                .json()
                .get("originalFileName")
                .stringValue();
    }

    private static String idOf(Response upload) {
        return upload.json().get("id").stringValue();
    }

    private static String readUntil(InputStream stream, String end) throws IOException {
        var text = new StringBuilder();
        for (int next = stream.read(); next >= 0; next = stream.read()) {
            text.append((char) next);
            if (text.toString().endsWith(end)) {
                break;
            }
        }
        return text.toString();
    }

    private long countOriginals() {
        try {
            return originals().size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> originals() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("originals"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
