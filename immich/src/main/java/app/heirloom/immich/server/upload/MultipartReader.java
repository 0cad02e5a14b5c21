package app.heirloom.immich.server.upload;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a {@code multipart/form-data} body (RFC 7578) part by part, as it arrives. */
public final class MultipartReader {
    private static final Pattern BOUNDARY = Pattern.compile(";\\s*boundary=(?:\"([^\"]{1,200})\"|([^\\s;\"]{1,200}))");
    private static final int MAX_PARTS = 200;
    private static final int MAX_HEADER_BYTES = 16 * 1024;

    private final DelimitedBytes bytes;
    private int parts;

    /** The content is to be read before the next part is asked for; what is left of it then is skipped. */
    public record Part(PartHeader header, InputStream content) {}

    public MultipartReader(InputStream body, String boundary) {
        this.bytes = new DelimitedBytes(body, ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The boundary that a content type names; fails as INVALID when that is no form. */
    public static String boundaryOf(String contentType) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!contentType.startsWith("multipart/form-data") || !boundary.find()) {
            throw ErrorCode.INVALID.exception("The body must be multipart/form-data with a boundary");
        }
        return boundary.group(1) != null ? boundary.group(1) : boundary.group(2);
    }

    public Optional<Part> next() throws IOException {
        bytes.skipToDelimiter();
        String rest = bytes.readLine(MAX_HEADER_BYTES);
        if (rest.startsWith("--")) {
            return Optional.empty();
        }
        if (!rest.isBlank()) {
            throw malformed("text after a boundary");
        }
        if (++parts > MAX_PARTS) {
            throw malformed("more than " + MAX_PARTS + " parts");
        }
        return Optional.of(new Part(readHeader(), bytes.content()));
    }

    private PartHeader readHeader() throws IOException {
        var header = new PartHeader.Builder();
        int left = MAX_HEADER_BYTES;
        for (String line = bytes.readLine(left); !line.isEmpty(); line = bytes.readLine(left)) {
            header.add(line);
            left -= line.length();
        }
        return header.build();
    }

    static HeirloomException malformed(String what) {
        return ErrorCode.INVALID.exception("The multipart body is malformed: " + what);
    }
}
