package app.heirloom.immich.client.transport;

import app.heirloom.library.error.ErrorCode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** A form with files that are read while they are sent. Its length is announced, as some proxies want. */
public final class MultipartForm implements Payload {
    private static final String NEW_LINE = "\r\n";

    private final String boundary = "heirloom-" + UUID.randomUUID();
    private final List<BodyPublisher> parts = new ArrayList<>();
    /** What comes before the next file: in one piece, since each costs its way through the client. */
    private final StringBuilder text = new StringBuilder();

    private final Map<String, String> headers = new HashMap<>();
    private final AtomicLong sent = new AtomicLong();

    public void header(String name, String value) {
        headers.put(name, value);
    }

    public void field(String name, String value) {
        part("Content-Disposition: form-data; name=\"" + name + "\"" + NEW_LINE + NEW_LINE + value + NEW_LINE);
    }

    /** Fails as NOT_FOUND when the file cannot be read. */
    public void file(String name, String fileName, Path file) {
        part("Content-Disposition: form-data; name=\"" + name + "\"; filename=\"" + escaped(fileName) + "\"" + NEW_LINE
                + "Content-Type: application/octet-stream" + NEW_LINE + NEW_LINE);
        parts.add(BodyPublishers.ofString(text.toString(), StandardCharsets.UTF_8));
        text.setLength(0);
        parts.add(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> open(file)), sizeOf(file)));
        text.append(NEW_LINE);
    }

    private void part(String content) {
        text.append("--").append(boundary).append(NEW_LINE).append(content);
    }

    /** As browsers do it: what would end the name or its line. */
    private static String escaped(String fileName) {
        return fileName.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static long sizeOf(Path file) {
        try {
            long size = Files.size(file);
            if (size == 0) {
                throw ErrorCode.UNREADABLE_MEDIA.exception("The file " + file + " is empty, which no server takes");
            }
            return size;
        } catch (IOException e) {
            throw ErrorCode.NOT_FOUND.exception("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private InputStream open(Path file) {
        try {
            return new Counted(Files.newInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            sent.addAndGet(Math.max(count, 0));
            return count;
        }
    }

    @Override
    public String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    @Override
    public BodyPublisher publisher() {
        var all = new ArrayList<>(parts);
        all.add(BodyPublishers.ofString(text + "--" + boundary + "--" + NEW_LINE, StandardCharsets.UTF_8));
        return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
    }

    @Override
    public long sent() {
        return sent.get();
    }

    @Override
    public Map<String, String> headers() {
        return headers;
    }
}
