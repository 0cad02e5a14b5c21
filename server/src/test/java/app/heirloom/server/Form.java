package app.heirloom.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A multipart body, part by part, byte by byte as a client writes it. */
final class Form {
    private static final String BOUNDARY = "----test-boundary";
    private static final String DATE = "2024-05-01T10:00:00.000Z";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** With what every upload needs besides its file. */
    static Form ofUpload() {
        return new Form().field("fileCreatedAt", DATE).field("fileModifiedAt", DATE);
    }

    /** A complete upload. */
    static Form ofFile(String fileName, String content) {
        return ofUpload().file("assetData", fileName, content.getBytes(StandardCharsets.UTF_8));
    }

    Form field(String name, String value) {
        return part("name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    /** The name goes out as it is: quotes in it are to be escaped. */
    Form file(String name, String fileName, byte[] content) {
        return part(
                "name=\"" + name + "\"; filename=\"" + fileName + "\"\r\nContent-Type: application/octet-stream",
                content);
    }

    String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    byte[] toBytes() {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(toUnfinishedBytes());
        whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return whole.toByteArray();
    }

    /** Without the boundary that ends it. */
    byte[] toUnfinishedBytes() {
        return bytes.toByteArray();
    }

    private Form part(String disposition, byte[] content) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
        bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(content);
        bytes.writeBytes(new byte[] {'\r', '\n'});
        return this;
    }
}
