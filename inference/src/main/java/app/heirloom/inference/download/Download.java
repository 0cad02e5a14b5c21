package app.heirloom.inference.download;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file from the network into its draft. What is there is gone on with when the server still has the same version
 * (RFC 9110: Range with If-Range and the strong entity tag or the date); otherwise it begins anew. A connection that is
 * cut is tried again as long as attempts bring something.
 */
final class Download {
    private static final Pattern RANGE = Pattern.compile("bytes (?:(\\d+)-\\d+|\\*)/(\\d+|\\*)");
    private static final int BUFFER = 1 << 16;

    private final HttpClient client;
    private final Patience patience;
    private final URI source;
    private final Draft draft;

    Download(HttpClient client, Patience patience, URI source, Draft draft) {
        this.client = client;
        this.patience = patience;
        this.source = source;
        this.draft = draft;
    }

    /** Is told of bytes that arrived. */
    interface Listener {
        void at(long bytes, long total);
    }

    /**
     * Fetches what is missing.
     *
     * @throws HeirloomException NOT_FOUND when the server has no such file or cannot be reached; STORAGE_FULL
     */
    void run(Listener listener) {
        int idle = 0;
        while (true) {
            long before = draft.size();
            try {
                attempt(listener);
                draft.sync();
                return;
            } catch (IOException e) {
                idle = draft.size() > before ? 0 : idle + 1;
                if (idle >= patience.attempts()) {
                    throw ErrorCode.NOT_FOUND.exception(
                            "Cannot fetch " + source + ": " + reason(e)
                                    + ". What has come is kept: pull again to go on with it",
                            e);
                }
                pause(idle);
            }
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private void attempt(Listener listener) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(source).timeout(patience.silence());
        Optional<String> version = draft.version(source);
        version.ifPresent(
                name -> request.header("Range", "bytes=" + draft.size() + "-").header("If-Range", name));
        HttpResponse<InputStream> response = send(request.build());
        try (InputStream body = response.body();
                Silence silence = new Silence(body, patience.silence())) {
            switch (response.statusCode()) {
                case 200 -> {
                    draft.restart(source, versionOf(response));
                    read(body, silence, total(response), listener);
                }
                case 206 -> {
                    Matcher range = range(response);
                    if (!range.matches() || range.group(1) == null || Long.parseLong(range.group(1)) != draft.size()) {
                        draft.restart(source, Optional.empty());
                        throw new IOException("the server sent another part than the one asked for");
                    }
                    read(body, silence, whole(range), listener);
                }
                case 416 -> {
                    Matcher range = range(response);
                    if (!range.matches() || whole(range) != draft.size()) {
                        draft.restart(source, Optional.empty());
                        throw new IOException("the server has fewer bytes than came before");
                    }
                }
                case 408, 429, 500, 502, 503, 504 ->
                    throw new IOException("the server answered " + response.statusCode());
                default ->
                    throw ErrorCode.NOT_FOUND.exception("Cannot fetch " + source + ": the server answered "
                            + response.statusCode()
                            + ". Fetch the file by hand, or name another place with --from URL or --from DIR");
            }
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void read(InputStream body, Silence silence, long total, Listener listener) throws IOException {
        draft.expect(total);
        byte[] buffer = new byte[BUFFER];
        listener.at(draft.size(), total);
        for (int length = body.read(buffer); length >= 0; length = body.read(buffer)) {
            silence.broken();
            draft.append(buffer, length);
            listener.at(draft.size(), total);
        }
        silence.check();
        if (total > 0 && draft.size() != total) {
            throw new IOException("the connection ended after " + draft.size() + " of " + total + " bytes");
        }
    }

    /** A name for these very bytes; weak tags stand for more than one. */
    private static Optional<String> versionOf(HttpResponse<?> response) {
        return response.headers()
                .firstValue("ETag")
                .filter(tag -> !tag.startsWith("W/"))
                .or(() -> response.headers().firstValue("Last-Modified"));
    }

    private static long total(HttpResponse<?> response) {
        return response.headers().firstValueAsLong("Content-Length").orElse(0);
    }

    private static Matcher range(HttpResponse<?> response) {
        return RANGE.matcher(response.headers().firstValue("Content-Range").orElse(""));
    }

    private static long whole(Matcher range) {
        return range.group(2).equals("*") ? 0 : Long.parseLong(range.group(2));
    }

    private void pause(int idle) {
        try {
            Thread.sleep(patience.pause().multipliedBy(1L << Math.max(0, idle - 1)));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private HeirloomException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return ErrorCode.NOT_FOUND.exception("Fetching " + source + " was interrupted; pull again to go on with it", e);
    }
}
