package app.heirloom.tools.identities.exchange;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.tools.identities.embedding.EmbeddingQueue;
import app.heirloom.tools.identities.embedding.PictureQueue.Portion;
import app.heirloom.tools.identities.exchange.ExchangeJson.Alive;
import app.heirloom.tools.identities.exchange.ExchangeJson.Asking;
import app.heirloom.tools.identities.exchange.ExchangeJson.HandIn;
import app.heirloom.tools.identities.exchange.ExchangeJson.Refusal;
import app.heirloom.tools.identities.exchange.ExchangeJson.Welcome;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Shares a queue over HTTP with whoever knows the token. */
public final class QueueServer implements AutoCloseable {
    static final String ROOT = "/identities/";
    private static final int MAX_REQUEST = 64 << 20;
    private static final int MAX_PORTION = 100;

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final EmbeddingQueue queue;
    private final byte[] token;
    private final Consumer<RuntimeException> failures;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    /** Workers that do not know yet that all is done. */
    private final Set<String> atWork = new HashSet<>();

    private QueueServer(HttpServer http, EmbeddingQueue queue, String token, Consumer<RuntimeException> failures) {
        this.http = http;
        this.queue = queue;
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.failures = failures;
    }

    /**
     * Begins to listen.
     *
     * @param failures told when the queue cannot be written any more
     * @throws HeirloomException ADDRESS_IN_USE
     */
    public static QueueServer start(
            InetSocketAddress address, String token, EmbeddingQueue queue, Consumer<RuntimeException> failures) {
        try {
            HttpServer http = HttpServer.create(address, 0);
            var server = new QueueServer(http, queue, token, failures);
            http.setExecutor(server.threads);
            http.createContext(ROOT, server::handle);
            http.start();
            return server;
        } catch (IOException e) {
            throw ErrorCode.ADDRESS_IN_USE.exception("Cannot listen on " + address + ": " + e.getMessage(), e);
        }
    }

    public InetSocketAddress address() {
        return http.getAddress();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isAllowed(exchange)) {
                send(exchange, 401, new Refusal("The token is not the one of this queue"));
                return;
            }
            try {
                answer(exchange, exchange.getRequestURI().getPath().substring(ROOT.length()));
            } catch (JacksonException | IllegalArgumentException e) {
                send(exchange, 400, new Refusal(String.valueOf(e.getMessage())));
            } catch (RuntimeException e) {
                failures.accept(e);
                send(exchange, 500, new Refusal(String.valueOf(e.getMessage())));
            }
        }
    }

    private boolean isAllowed(HttpExchange exchange) {
        String given = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        byte[] bytes = given.replaceFirst("^Bearer ", "").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(bytes, token);
    }

    private void answer(HttpExchange exchange, String name) throws IOException {
        switch (exchange.getRequestMethod() + " " + name.replaceFirst("/.*", "")) {
            case "GET queue" -> send(exchange, 200, new Welcome(queue.model().name()));
            case "POST portions" -> send(exchange, 200, take(read(exchange, Asking.class)));
            case "GET pictures" -> sendPicture(exchange, name.replaceFirst("[^/]*/", ""));
            case "POST findings" -> {
                HandIn handIn = read(exchange, HandIn.class);
                queue.give(handIn.worker(), handIn.findings());
                send(exchange, 204, null);
            }
            case "POST renewals" -> {
                queue.renew(read(exchange, Alive.class).worker());
                send(exchange, 204, null);
            }
            default -> send(exchange, 404, new Refusal("There is no " + name + " here"));
        }
    }

    private Portion take(Asking asking) {
        Portion portion = queue.take(asking.worker(), Math.clamp(asking.count(), 1, MAX_PORTION));
        lock.lock();
        try {
            if (portion.finished()) {
                atWork.remove(asking.worker());
            } else {
                atWork.add(asking.worker());
            }
            change.signalAll();
        } finally {
            lock.unlock();
        }
        return portion;
    }

    private void sendPicture(HttpExchange exchange, String sha256) throws IOException {
        if (!queue.has(sha256)) {
            send(exchange, 404, new Refusal("There is no picture " + sha256));
            return;
        }
        Path file = queue.file(sha256);
        if (Files.notExists(file)) {
            send(exchange, 404, new Refusal(file + " is gone"));
            return;
        }
        long size = Files.size(file);
        exchange.sendResponseHeaders(200, size == 0 ? -1 : size);
        if (size > 0) {
            try (OutputStream body = exchange.getResponseBody()) {
                Files.copy(file, body);
            }
        }
    }

    private static <T> T read(HttpExchange exchange, Class<T> type) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_REQUEST + 1);
        if (body.length > MAX_REQUEST) {
            throw new IllegalArgumentException("That is more than " + MAX_REQUEST + " bytes");
        }
        return ExchangeJson.MAPPER.readValue(body, type);
    }

    private static void send(HttpExchange exchange, int status, @Nullable Object json) throws IOException {
        if (json == null) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        byte[] body = ExchangeJson.MAPPER.writeValueAsBytes(json);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** Waits for the workers to hear that all is done; dead ones never will. */
    public void sayGoodbye(Duration atMost) throws InterruptedException {
        long nanos = atMost.toNanos();
        lock.lock();
        try {
            while (!atWork.isEmpty() && nanos > 0) {
                nanos = change.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
        try {
            threads.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
