package app.heirloom.testkit.remote.standin;

import app.heirloom.testkit.remote.FakePhotoServer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A {@link FakePhotoServer} behind HTTP, which speaks as much of Immich's API, of version 2.7 or 3, as tools use, and
 * fails on demand.
 */
public final class StandInServer implements AutoCloseable {
    public static final String KEY = "stand-in-key";

    private final FakePhotoServer photos;
    private final StandInTable table;
    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Faults faults = new Faults();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private volatile Duration latency = Duration.ZERO;

    private StandInServer(FakePhotoServer photos, HttpServer http) {
        this.photos = photos;
        this.table = StandInTable.of(photos);
        this.http = http;
    }

    /** Speaks the version that the fake says it is of. */
    public static StandInServer start(FakePhotoServer photos) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var server = new StandInServer(photos, http);
            http.setExecutor(server.threads);
            http.createContext("/", server::handle);
            http.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    public FakePhotoServer photos() {
        return photos;
    }

    public Faults faults() {
        return faults;
    }

    /** Each answer comes so much later. */
    public void setLatency(Duration newLatency) {
        latency = newLatency;
    }

    /** Methods and paths, as {@code GET /api/albums}, in the order in which they came. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** How many requests waited for their answers at the same time when there were most. */
    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = StandInRequest.read(exchange);
            requests.add(request.name());
            awaitLatency();
            Optional<Fault> fault = faults.next(request.name());
            if (fault.isPresent()) {
                fail(exchange, request, fault.get());
            } else {
                send(exchange, answer(request));
            }
        }
    }

    private void awaitLatency() {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        pause(latency);
        atOnce.decrementAndGet();
    }

    private StandInAnswer answer(StandInRequest request) {
        return request.needsKey() && !KEY.equals(request.key())
                ? StandInAnswer.refusal(401, "Invalid API key")
                : table.answer(request);
    }

    private void fail(HttpExchange exchange, StandInRequest request, Fault fault) throws IOException {
        switch (fault) {
            case CUT -> {} // closing an exchange without an answer breaks its connection
            case LOST_ANSWER -> answer(request);
            case HALF_ANSWER -> sendHalf(exchange, answer(request));
            case ERROR -> send(exchange, StandInAnswer.refusal(500, "Internal server error"));
            case TOO_MANY -> {
                exchange.getResponseHeaders().set("Retry-After", "0");
                send(exchange, StandInAnswer.refusal(429, "Too many requests"));
            }
            case WRONG_BYTES -> send(exchange, answer(request).damaged());
            case STALL -> awaitClose();
            case HALF_DONE -> {
                answer(request.halved());
                send(exchange, StandInAnswer.refusal(500, "Internal server error"));
            }
        }
    }

    private static void send(HttpExchange exchange, StandInAnswer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        boolean isEmpty = answer.body().length == 0;
        exchange.sendResponseHeaders(answer.status(), isEmpty ? -1 : answer.body().length);
        if (!isEmpty) {
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(answer.body());
            }
        }
    }

    private static void sendHalf(HttpExchange exchange, StandInAnswer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(answer.status(), answer.body().length + 1L);
        exchange.getResponseBody().write(answer.body(), 0, answer.body().length / 2);
        exchange.getResponseBody().flush();
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        http.stop(0);
        threads.shutdownNow();
        threads.close();
    }
}
