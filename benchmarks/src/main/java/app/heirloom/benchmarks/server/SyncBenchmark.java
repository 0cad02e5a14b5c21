package app.heirloom.benchmarks.server;

import app.heirloom.benchmarks.measure.Benchmark;
import app.heirloom.benchmarks.measure.Measurement;
import app.heirloom.benchmarks.measure.ServerUnderTest;
import app.heirloom.benchmarks.measure.TemporaryFolder;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** (g) The first visit of a client to a library of a million assets: rows a second, and what that takes of the server. */
public final class SyncBenchmark implements Benchmark {
    private static final byte NEWLINE = '\n';
    private static final int BUFFER_IN_BYTES = 1 << 16;

    @Override
    public String name() {
        return "sync";
    }

    @Override
    public List<Measurement> run() throws Exception {
        try (TemporaryFolder data = TemporaryFolder.create("sync")) {
            ServerUnderTest.start(data.path()).signUp().close();
            LargeLibrary.fill(data.path().resolve("heirloom.db"));
            try (ServerUnderTest server = ServerUnderTest.start(data.path()).logIn()) {
                List<Measurement> measured = new ArrayList<>();
                measured.addAll(measure(server, "AssetsV2"));
                measured.addAll(measure(server, "AssetExifsV1"));
                measured.add(Measurement.alone(
                        "largest memory of the server, MB", server.use().largestResidentMegabytes()));
                return measured;
            }
        }
    }

    private static List<Measurement> measure(ServerUnderTest server, String type) throws Exception {
        double cpu = server.use().cpuMillis();
        long begin = System.nanoTime();
        long lines = receive(server, type);
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (lines < LargeLibrary.SIZE) {
            throw new IllegalStateException("only " + lines + " lines came");
        }
        String what = "sync of %,d %s, ".formatted(LargeLibrary.SIZE, type);
        return List.of(
                Measurement.alone(what + "1/s", lines / seconds),
                Measurement.alone(what + "server CPU, s", (server.use().cpuMillis() - cpu) / 1000));
    }

    private static long receive(ServerUnderTest server, String type) throws IOException, InterruptedException {
        HttpRequest request = server.request("sync/stream")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"types\": [\"%s\"]}".formatted(type)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream stream = answer.body()) {
                return countLines(stream);
            }
        }
    }

    private static long countLines(InputStream stream) throws IOException {
        byte[] buffer = new byte[BUFFER_IN_BYTES];
        long lines = 0;
        for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
            for (int i = 0; i < count; i++) {
                if (buffer[i] == NEWLINE) {
                    lines++;
                }
            }
        }
        return lines;
    }
}
