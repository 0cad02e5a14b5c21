package app.heirloom.immich.server.http;

import app.heirloom.library.error.ErrorCode;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a file, or one range of them, with all that lets clients cache and resume.
 *
 * @param name what to call it when it is saved
 * @param cacheControl how long clients may keep it
 */
public record FileAnswer(Path path, String mimeType, String name, String cacheControl) implements Answer {
    /** For what may be replaced any time: clients ask each time whether theirs is still right. */
    public static final String REVALIDATED = "private, no-cache, no-transform";

    private static final String CACHE_CONTROL =
            "private, max-age=86400, no-transform, stale-while-revalidate=2592000, stale-if-error=2592000";
    private static final int CHUNK = 128 * 1024;

    public FileAnswer(Path path, String mimeType, String name) {
        this(path, mimeType, name, CACHE_CONTROL);
    }

    @Override
    public void writeTo(Context http) throws IOException {
        try (FileChannel file = FileChannel.open(path)) {
            write(http, file, Files.readAttributes(path, BasicFileAttributes.class));
        } catch (NoSuchFileException e) {
            throw ErrorCode.NOT_FOUND.exception("The file is missing", e);
        }
    }

    private void write(Context http, FileChannel file, BasicFileAttributes attributes) throws IOException {
        long size = attributes.size();
        Instant modified = attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.SECONDS);
        String tag = '"'
                + Long.toHexString(size)
                + '-'
                + Long.toHexString(attributes.lastModifiedTime().toMillis())
                + '"';
        http.header("ETag", tag)
                .header("Last-Modified", DateTimeFormatter.RFC_1123_DATE_TIME.format(modified.atOffset(ZoneOffset.UTC)))
                .header("Accept-Ranges", "bytes")
                .header("Cache-Control", cacheControl)
                .header("Content-Disposition", "inline; filename*=UTF-8''" + percentEncoded(name));
        if (isFresh(http, tag, modified)) {
            http.status(304);
            return;
        }
        ByteRange range = isRangeCurrent(http.header("If-Range"), tag, modified)
                ? ByteRange.parse(http.header("Range"), size)
                : ByteRange.all(size);
        switch (range.kind()) {
            case ALL -> send(http, file, range, 200);
            case PART -> {
                http.header("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + size);
                send(http, file, range, 206);
            }
            case UNSATISFIABLE ->
                http.status(416).header("Content-Range", "bytes */" + size).removeHeader("Content-Disposition");
        }
    }

    /** Past Javalin, which would offer the file to its compression. */
    private void send(Context http, FileChannel file, ByteRange range, int status) throws IOException {
        HttpServletResponse response = http.res();
        response.setStatus(status);
        response.setContentType(mimeType);
        response.setContentLengthLong(range.length());
        if (http.req().getMethod().equals("HEAD")) {
            response.flushBuffer();
            return;
        }
        OutputStream out = response.getOutputStream();
        ByteBuffer chunk = ByteBuffer.allocate((int) Math.min(CHUNK, Math.max(1, range.length())));
        long position = range.first();
        long end = range.first() + range.length();
        while (position < end) {
            chunk.clear().limit((int) Math.min(chunk.capacity(), end - position));
            int read = file.read(chunk, position);
            if (read < 0) {
                throw new IOException("The file became shorter while it was sent: " + path);
            }
            out.write(chunk.array(), 0, read);
            position += read;
        }
        out.flush();
    }

    private static boolean isFresh(Context http, String tag, Instant modified) {
        String known = http.header("If-None-Match");
        if (known != null) {
            return EntityTags.matches(known, tag);
        }
        Instant since = parseDate(http.header("If-Modified-Since"));
        return since != null && !modified.isAfter(since);
    }

    private static boolean isRangeCurrent(@Nullable String ifRange, String tag, Instant modified) {
        return ifRange == null || ifRange.equals(tag) || modified.equals(parseDate(ifRange));
    }

    private static @Nullable Instant parseDate(@Nullable String text) {
        try {
            return text == null ? null : Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
        } catch (DateTimeParseException e) {
            return null; // a date that cannot be read is as good as none
        }
    }

    private static String percentEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
