package app.heirloom.cli.review;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** What a request is answered with. */
@SuppressWarnings("ArrayRecordComponent") // written once, compared never
record ReviewAnswer(int status, String type, byte[] body) {
    static ReviewAnswer json(Object value) {
        return new ReviewAnswer(200, "application/json", JsonMapper.shared().writeValueAsBytes(value));
    }

    static ReviewAnswer refusal(int status, String message) {
        return new ReviewAnswer(status, "text/plain; charset=utf-8", message.getBytes(StandardCharsets.UTF_8));
    }

    /** By its first bytes; whatever is none of these is nothing to be shown. */
    static ReviewAnswer picture(byte[] bytes) {
        String type = "application/octet-stream";
        if (bytes.length > 12) {
            if ((bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xD8) {
                type = "image/jpeg";
            } else if (new String(bytes, 8, 4, StandardCharsets.ISO_8859_1).equals("WEBP")) {
                type = "image/webp";
            } else if (new String(bytes, 1, 3, StandardCharsets.ISO_8859_1).equals("PNG")) {
                type = "image/png";
            }
        }
        return new ReviewAnswer(200, type, bytes);
    }
}
