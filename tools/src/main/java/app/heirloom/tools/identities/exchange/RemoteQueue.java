package app.heirloom.tools.identities.exchange;

import app.heirloom.library.asset.MediaFormat;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.tools.identities.embedding.Findings;
import app.heirloom.tools.identities.embedding.PictureQueue;
import app.heirloom.tools.identities.embedding.PictureTask;
import app.heirloom.tools.identities.exchange.ExchangeJson.Alive;
import app.heirloom.tools.identities.exchange.ExchangeJson.Asking;
import app.heirloom.tools.identities.exchange.ExchangeJson.HandIn;
import app.heirloom.tools.identities.exchange.ExchangeJson.Refusal;
import app.heirloom.tools.identities.exchange.ExchangeJson.Welcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import tools.jackson.core.JacksonException;

/**
 * A queue on a staging machine elsewhere. Its methods fail as REMOTE_UNREACHABLE when that machine is gone for long, as
 * UNAUTHENTICATED when the token is not the right one, and as REMOTE_FAILURE when it cannot go on.
 */
public final class RemoteQueue implements PictureQueue {
    private static final int OK = 200;
    private static final int REDIRECTION = 300;
    private static final int UNAUTHORIZED = 401;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final URI root;
    private final String token;
    private final Optional<PathMapping> disk;
    private final Patience patience;
    private final ModelId model;
    private volatile boolean finished;

    /**
     * How stubbornly the staging machine is called.
     *
     * @param attempts how often a request is sent
     * @param firstDelay before the second attempt; each further one waits twice as long
     */
    public record Patience(int attempts, Duration firstDelay) {
        public static final Patience DEFAULT = new Patience(7, Duration.ofMillis(500));
    }

    private RemoteQueue(URI address, String token, Optional<PathMapping> disk, Patience patience) {
        this.root = URI.create(address.toString().replaceFirst("/+$", "") + QueueServer.ROOT);
        this.token = token;
        this.disk = disk;
        this.patience = patience;
        this.model = new ModelId(read(get("queue"), Welcome.class).model());
    }

    /**
     * Greets the staging machine.
     *
     * @param disk where its pictures are seen from here; without, they are downloaded
     */
    public static RemoteQueue connect(URI address, String token, Optional<PathMapping> disk, Patience patience) {
        if (!"http".equals(address.getScheme()) && !"https".equals(address.getScheme())) {
            throw ErrorCode.INVALID.exception(
                    "A staging machine has an address as http://staging:2290, not " + address);
        }
        return new RemoteQueue(address, token, disk, patience);
    }

    @Override
    public ModelId model() {
        return model;
    }

    @Override
    public Portion take(String worker, int count) {
        if (!finished) {
            try {
                Portion portion = read(post("portions", new Asking(worker, count)), Portion.class);
                finished = portion.finished();
                return portion;
            } catch (HeirloomException e) {
                if (!finished) { // else another thread heard it, before the staging machine went
                    throw e;
                }
            }
        }
        return new Portion(List.of(), true);
    }

    @Override
    public LocalPicture fetch(PictureTask task) throws IOException {
        if (disk.isPresent()) {
            return new Kept(disk.get().resolve(task.path()));
        }
        Path file = Files.createTempFile("heirloom-", MediaFormat.extensionOf(task.path()));
        var picture = new Temporary(file);
        try {
            int status = send(get("pictures/" + task.sha256()), BodyHandlers.ofFile(file))
                    .statusCode();
            if (status != OK) {
                throw new IOException("the staging machine answers with status " + status);
            }
            return picture;
        } catch (IOException | RuntimeException e) {
            picture.close();
            throw e;
        }
    }

    @Override
    public void give(String worker, Findings findings) {
        require(send(post("findings", HandIn.of(worker, findings)), BodyHandlers.ofString()));
    }

    @Override
    public void renew(String worker) {
        require(send(post("renewals", new Alive(worker)), BodyHandlers.ofString()));
    }

    private HttpRequest get(String name) {
        return request(name).GET().build();
    }

    private HttpRequest post(String name, Object json) {
        return request(name)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(ExchangeJson.MAPPER.writeValueAsBytes(json)))
                .build();
    }

    private HttpRequest.Builder request(String name) {
        return HttpRequest.newBuilder(root.resolve(name)).timeout(TIMEOUT).header("Authorization", "Bearer " + token);
    }

    private <T> T read(HttpRequest request, Class<T> type) {
        String body = require(send(request, BodyHandlers.ofString()));
        try {
            return ExchangeJson.MAPPER.readValue(body, type);
        } catch (JacksonException e) {
            throw ErrorCode.REMOTE_FAILURE.exception(
                    root + " does not answer as a staging machine does: " + e.getOriginalMessage(), e);
        }
    }

    private static String describe(IOException failure) {
        if (failure instanceof ConnectException) {
            return "no connection; is the address right, and does embed --listen still run?";
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    private String require(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status < REDIRECTION) {
            return answer.body();
        }
        ErrorCode code = status == UNAUTHORIZED ? ErrorCode.UNAUTHENTICATED : ErrorCode.REMOTE_FAILURE;
        throw code.exception("The staging machine " + root.getAuthority() + " refuses: " + messageOf(answer));
    }

    private static String messageOf(HttpResponse<String> answer) {
        try {
            return ExchangeJson.MAPPER.readValue(answer.body(), Refusal.class).message();
        } catch (JacksonException e) {
            return "status " + answer.statusCode();
        }
    }

    /** To send twice does no harm: what is handed in again is ignored, what was taken in vain comes back. */
    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        for (int attempt = 1; ; attempt++) {
            try {
                return http.send(request, handler);
            } catch (IOException e) {
                if (attempt == patience.attempts() || finished) {
                    throw ErrorCode.REMOTE_UNREACHABLE.exception(
                            "The staging machine " + root.getAuthority() + " does not answer: " + describe(e)
                                    + ". What was handed in is kept; start this worker again when it is back.",
                            e);
                }
                pause(patience.firstDelay().multipliedBy(1L << (attempt - 1)));
            } catch (InterruptedException e) {
                throw interrupted();
            }
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        return new CancellationException("interrupted");
    }

    private record Kept(Path file) implements LocalPicture {
        @Override
        public void close() {}
    }

    private record Temporary(Path file) implements LocalPicture {
        @Override
        public void close() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
