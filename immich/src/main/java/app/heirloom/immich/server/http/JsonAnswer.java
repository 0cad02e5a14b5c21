package app.heirloom.immich.server.http;

import app.heirloom.immich.json.ImmichMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** JSON text with its strong entity tag; a client that has it already is told just that. */
public final class JsonAnswer implements Answer {
    public static final String CONTENT_TYPE = "application/json; charset=utf-8";

    private final int status;
    private final byte[] json;

    private JsonAnswer(int status, byte[] json) {
        this.status = status;
        this.json = json;
    }

    static JsonAnswer of(int status, Object record) {
        return new JsonAnswer(status, ImmichMapper.write(record));
    }

    /** Success with text that is JSON already, in UTF-8; the array belongs to the answer from now on. */
    public static JsonAnswer ofText(byte[] json) {
        return new JsonAnswer(200, json);
    }

    @Override
    public void writeTo(Context http) throws IOException {
        if (UnreadBody.isLeft(http)) {
            UnreadBody.answer(http, status, json);
            return;
        }
        http.status(status);
        if (status < 300 && isReading(http)) {
            String tag = entityTag();
            http.header("ETag", tag);
            if (EntityTags.matches(http.header("If-None-Match"), tag)) {
                http.status(304);
                return;
            }
        }
        http.contentType(CONTENT_TYPE).result(json);
    }

    private static boolean isReading(Context http) {
        String method = http.req().getMethod();
        return method.equals("GET") || method.equals("HEAD");
    }

    /** Two checksums of 32 bits that have nothing in common: SHA-1 would take a tenth of the time of a large answer. */
    private String entityTag() {
        var one = new CRC32();
        var other = new CRC32C();
        one.update(json);
        other.update(json);
        return "\"%x-%08x%08x\"".formatted(json.length, one.getValue(), other.getValue());
    }
}
