package app.heirloom.cli.review;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves the page to this machine alone, below a path that nobody can guess. Requests that name another host are refused,
 * so that no page elsewhere can reach it by a name of its own; changes come by POST with a header that only the page's own
 * script can set.
 */
final class ReviewServer implements AutoCloseable {
    private static final int TOKEN_BYTES = 16;
    private static final String OWN_SCRIPT = "X-Heirloom-Review";
    private static final String DONE = "done";

    private final HttpServer server;
    private final ExecutorService threads;
    private final String prefix;
    private final ReviewRoutes routes;
    private final CountDownLatch ended = new CountDownLatch(1);

    private ReviewServer(HttpServer server, ReviewRoutes routes) {
        byte[] token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        this.server = server;
        this.prefix = "/" + HexFormat.of().formatHex(token) + "/";
        this.routes = routes;
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
    }

    /** Fails as INVALID when the port is taken. */
    static ReviewServer start(int port, ReviewRoutes routes) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            var review = new ReviewServer(HttpServer.create(address, 0), routes);
            review.server.createContext("/", review::handle);
            review.server.setExecutor(review.threads);
            review.server.start();
            return review;
        } catch (IOException | IllegalArgumentException e) {
            throw ErrorCode.INVALID.exception("Cannot serve the page on port " + port + ": " + e.getMessage(), e);
        }
    }

    /** With its secret. */
    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + prefix);
    }

    /** Returns when somebody says on the page that he is done, or the thread is interrupted. */
    void awaitEnd() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            ReviewAnswer answer;
            try {
                answer = answer(exchange);
            } catch (HeirloomException e) {
                answer = ReviewAnswer.refusal(502, e.getMessage());
            }
            send(exchange, answer);
        }
    }

    private ReviewAnswer answer(HttpExchange exchange) {
        URI uri = exchange.getRequestURI();
        if (!isForUs(exchange) || !uri.getPath().startsWith(prefix)) {
            return ReviewAnswer.refusal(404, "There is nothing here");
        }
        String path = uri.getPath().substring(prefix.length());
        Map<String, String> query = query(uri);
        if (exchange.getRequestMethod().equals("GET")) {
            return routes.get(path, query);
        }
        boolean isOwn = exchange.getRequestMethod().equals("POST")
                && exchange.getRequestHeaders().containsKey(OWN_SCRIPT);
        if (!isOwn) {
            return ReviewAnswer.refusal(403, "Only the page itself may do that");
        }
        if (path.equals(DONE)) {
            ended.countDown();
            return ReviewAnswer.json(Map.of());
        }
        return routes.post(path, query);
    }

    private boolean isForUs(HttpExchange exchange) {
        int port = server.getAddress().getPort();
        String host = exchange.getRequestHeaders().getFirst("Host");
        return host != null && Set.of("127.0.0.1:" + port, "localhost:" + port).contains(host);
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new HashMap<>();
        String raw = uri.getRawQuery();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                query.put(
                        name, equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private static void send(HttpExchange exchange, ReviewAnswer answer) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", answer.type());
        headers.set("Cache-Control", answer.type().startsWith("image/") ? "private, max-age=3600" : "no-store");
        headers.set("Content-Security-Policy", "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }

    /** Answers what is being answered, then stops. */
    @Override
    public void close() {
        server.stop(1);
        threads.close();
    }
}
