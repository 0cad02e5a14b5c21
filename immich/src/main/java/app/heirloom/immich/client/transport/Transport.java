package app.heirloom.immich.client.transport;

import app.heirloom.immich.json.ImmichMapper;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Sends requests, as fast as is polite and as often as it takes. */
public final class Transport implements AutoCloseable {
    private static final int SLOWNESS = 10;
    private static final int MAX_REASON = 300;
    private static final int MAX_REFUSAL_BYTES = 64 * 1024;
    private static final Duration CONNECTING = Duration.ofSeconds(20);

    private final ClientConfig config;
    private final Waiting waiting;
    private final RateLimiter limiter;
    private final Backoff backoff;
    private final Semaphore permits;
    private final HttpClient http;
    private final ScheduledExecutorService watchers;

    /** An answer whose body is still to come; to be closed. */
    public record Open(InputStream body, OptionalLong length) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    @FunctionalInterface
    private interface Exchange<T> {
        T attempt() throws IOException;
    }

    public Transport(ClientConfig config, Waiting waiting) {
        this.config = config;
        this.waiting = waiting;
        this.limiter = new RateLimiter(config.pace().requestsPerSecond(), waiting);
        this.backoff = new Backoff(
                config.patience().firstDelay(),
                () -> ThreadLocalRandom.current().nextDouble());
        this.permits = new Semaphore(config.pace().concurrency());
        // A redirect would carry the key to wherever it points.
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECTING)
                .build();
        this.watchers = watchers();
    }

    /** A body that has come is let go of at once, not when it would be looked at next. */
    private static ScheduledExecutorService watchers() {
        var watchers = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("photo-server-watch").factory());
        watchers.setRemoveOnCancelPolicy(true);
        return watchers;
    }

    public URI address() {
        return config.address();
    }

    /** For messages. */
    public String server() {
        return "The photo server " + config.address();
    }

    /** Sends the request and reads the JSON that it is answered with. */
    public Answer json(Call call) {
        byte[] body = repeat(call, () -> {
            try (Open open = exchange(call)) {
                return open.body().readAllBytes();
            }
        });
        try {
            return new Answer(ImmichMapper.read(body), call + " of " + config.address());
        } catch (JacksonException e) {
            throw ErrorCode.REMOTE_FAILURE.exception(
                    server() + " does not answer with JSON; is it an Immich server? (" + call + ")", e);
        }
    }

    /** As {@link #json}; empty when what is asked for is not there, or not for the user. */
    public Optional<Answer> find(Call call) {
        try {
            return Optional.of(json(call));
        } catch (HeirloomException e) {
            if (e.code() == ErrorCode.NO_ACCESS || e.code() == ErrorCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Sends the request, whose answer tells nothing. */
    public void send(Call call) {
        repeat(call, () -> {
            try (Open open = exchange(call)) {
                return open.body().skip(Long.MAX_VALUE);
            }
        });
    }

    /** Sends the request; once the body comes, its reader has to cope with failures. */
    public Open open(Call call) {
        return repeat(call, () -> exchange(call));
    }

    /** What is said of a body that broke off. */
    public HeirloomException unreachable(Call call, IOException failure) {
        return ErrorCode.REMOTE_UNREACHABLE.exception(
                server() + " does not answer: " + describe(failure) + " (" + call + ")", failure);
    }

    private <T> T repeat(Call call, Exchange<T> exchange) {
        for (int attempt = 1; ; attempt++) {
            boolean isLast = attempt >= config.patience().attempts();
            try {
                return exchange.attempt();
            } catch (Refusal e) {
                if (isLast || !(e.isPostponement() || (e.isPassing() && call.repeatable()))) {
                    throw e.toFailure(call, server());
                }
                Duration delay = backoff.after(attempt, e.delay());
                if (e.isPostponement()) {
                    limiter.hold(delay);
                } else {
                    waiting.pause(delay);
                }
            } catch (IOException e) {
                if (isLast || !(call.repeatable() || e instanceof ConnectException)) {
                    throw unreachable(call, e);
                }
                waiting.pause(backoff.after(attempt, Optional.empty()));
            }
        }
    }

    private Open exchange(Call call) throws IOException {
        limiter.acquire();
        permits.acquireUninterruptibly();
        try {
            HttpResponse<InputStream> response = await(call);
            InputStream body = new WatchedInputStream(response.body(), silence(call), watchers);
            if (response.statusCode() >= 200 && response.statusCode() < 300) {
                return new Open(body, response.headers().firstValueAsLong("content-length"));
            }
            try (body) {
                throw refusal(response, body);
            }
        } finally {
            permits.release();
        }
    }

    /** As long as bytes go out, nobody is impatient. */
    private HttpResponse<InputStream> await(Call call) throws IOException {
        CompletableFuture<HttpResponse<InputStream>> response =
                http.sendAsync(request(call), BodyHandlers.ofInputStream());
        Payload payload = call.payload();
        long sent;
        do {
            sent = payload == null ? 0 : payload.sent();
            try {
                return response.get(silence(call).toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // perhaps it is still being sent
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
            } catch (InterruptedException e) {
                response.cancel(true);
                Thread.currentThread().interrupt();
                throw ErrorCode.REMOTE_UNREACHABLE.exception("Interrupted while waiting for the photo server", e);
            }
        } while (payload != null && payload.sent() > sent);
        response.cancel(true);
        throw new HttpTimeoutException("nothing came for " + silence(call).toSeconds() + " s");
    }

    private Duration silence(Call call) {
        return call.slow()
                ? config.patience().silence().multipliedBy(SLOWNESS)
                : config.patience().silence();
    }

    private HttpRequest request(Call call) {
        var request = HttpRequest.newBuilder(URI.create(config.address() + call.path()))
                .header("Accept", "application/json")
                .header("x-api-key", config.key().reveal());
        Payload payload = call.payload();
        if (payload == null) {
            return request.method(call.method(), BodyPublishers.noBody()).build();
        }
        payload.headers().forEach(request::header);
        return request.header("Content-Type", payload.contentType())
                .method(call.method(), payload.publisher())
                .build();
    }

    private Refusal refusal(HttpResponse<InputStream> response, InputStream body) throws IOException {
        int status = response.statusCode();
        String reason = status >= 300 && status < 400
                ? response.headers().firstValue("location").orElse("nowhere")
                : reason(body.readNBytes(MAX_REFUSAL_BYTES));
        String censored = config.key().censor(reason);
        return new Refusal(
                status,
                censored.length() > MAX_REASON ? censored.substring(0, MAX_REASON) + "..." : censored,
                response.headers().firstValue("retry-after").flatMap(Transport::delay));
    }

    /** Version 2 may say several things in a list. */
    private static String reason(byte[] body) {
        try {
            JsonNode message = ImmichMapper.read(body).path("message");
            if (message.isArray()) {
                var reasons = new StringJoiner("; ");
                message.forEach(each -> reasons.add(each.asString("")));
                return reasons.toString();
            }
            return message.asString("");
        } catch (JacksonException e) {
            return "";
        }
    }

    /** In seconds, or until a date. */
    private static Optional<Duration> delay(String text) {
        try {
            return Optional.of(Duration.ofSeconds(Math.max(0, Long.parseLong(text.strip()))));
        } catch (NumberFormatException e) {
            try {
                Instant end = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
                Duration left = Duration.between(Instant.now(), end);
                return Optional.of(left.isNegative() ? Duration.ZERO : left);
            } catch (DateTimeException notEvenADate) {
                return Optional.empty();
            }
        }
    }

    private static String describe(IOException failure) {
        if (failure instanceof ConnectException) {
            return "no connection; is the address right, and does it run?";
        }
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    @Override
    public void close() {
        watchers.shutdownNow();
        http.shutdownNow();
        http.close();
    }
}
