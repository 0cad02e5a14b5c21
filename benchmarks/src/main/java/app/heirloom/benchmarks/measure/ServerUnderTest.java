package app.heirloom.benchmarks.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that the launcher has started on a free port, with one account. */
public final class ServerUnderTest implements AutoCloseable {
    private static final Path LAUNCHER = Path.of("heirloom").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern BUSY = Pattern.compile("\"(active|waiting|delayed)\":[1-9]");
    private static final String ACCOUNT = """
            {"email": "ada@example.com", "password": "correct horse", "name": "Ada"}""";

    private final Process process;
    private final URI api;
    private final Duration timeToFirstAnswer;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String token = "";

    private ServerUnderTest(Process process, URI api, long begin) throws IOException, InterruptedException {
        this.process = process;
        this.api = api;
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IllegalStateException("the server does not answer; see its output above");
            }
            Thread.onSpinWait();
        }
        this.timeToFirstAnswer = Duration.ofNanos(System.nanoTime() - begin);
    }

    public static ServerUnderTest start(Path data) throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(
                        LAUNCHER.toString(), "serve", "--host=127.0.0.1", "--port=" + port, "--data=" + data)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new ServerUnderTest(process, URI.create("http://127.0.0.1:" + port + "/api/"), begin);
    }

    public Duration timeToFirstAnswer() {
        return timeToFirstAnswer;
    }

    public ProcessUse use() {
        return new ProcessUse(process.toHandle());
    }

    /** Creates the account, which only works on an empty library. */
    public ServerUnderTest signUp() throws IOException, InterruptedException {
        sendJson("POST", "auth/admin-sign-up", ACCOUNT);
        return logIn();
    }

    public ServerUnderTest logIn() throws IOException, InterruptedException {
        token = find("accessToken", sendJson("POST", "auth/login", ACCOUNT));
        return this;
    }

    /** Where other programs find it. */
    public URI address() {
        return api.resolve("/");
    }

    /** A new key of the account's user, who may do everything with it. */
    public String newKey() throws IOException, InterruptedException {
        return find("secret", sendJson("POST", "api-keys", """
                {"name": "benchmark", "permissions": ["all"]}"""));
    }

    private static String find(String field, String json) {
        Matcher found = Pattern.compile("\"" + field + "\":\"([^\"]+)\"").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("the server gave no " + field);
        }
        return found.group(1);
    }

    /** A request as the account's user, to a path below {@code /api/}. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.resolve(path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    public byte[] send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    request.uri() + ": " + answer.statusCode() + " " + new String(answer.body(), UTF_8));
        }
        return answer.body();
    }

    public byte[] get(String path) throws IOException, InterruptedException {
        return send(request(path).build());
    }

    public String sendJson(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return new String(send(request), UTF_8);
    }

    /** Returns when no queue has anything left to do. */
    public void awaitJobs() throws IOException, InterruptedException {
        while (BUSY.matcher(new String(get("jobs"), UTF_8)).find()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            get("server/ping");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
