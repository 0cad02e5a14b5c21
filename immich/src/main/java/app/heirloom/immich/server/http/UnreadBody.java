package app.heirloom.immich.server.http;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * Answers a request whose body nobody needs any more. The answer goes out at once; what the client is still sending is
 * read and dropped for a while, because closing on it would reset the connection and take the answer along.
 */
final class UnreadBody {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int CHUNK = 64 * 1024;

    private UnreadBody() {}

    static boolean isLeft(Context http) throws IOException {
        String type = http.contentType();
        return type != null
                && type.startsWith("multipart/")
                && !http.req().getInputStream().isFinished();
    }

    static void answer(Context http, int status, byte[] json) throws IOException {
        HttpServletResponse response = http.res();
        response.setStatus(status);
        response.setContentType(JsonAnswer.CONTENT_TYPE);
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
        response.flushBuffer();
        drop(http.req().getInputStream());
    }

    private static void drop(InputStream body) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            if (body.read() < 0) {
                return; // as with every upload that was read to its last boundary
            }
            byte[] chunk = new byte[CHUNK];
            while (body.read(chunk) >= 0 && System.nanoTime() < deadline) {
                // what arrives is of no interest
            }
        } catch (IOException e) {
            // the client has its answer and has hung up, which is as good
        }
    }
}
