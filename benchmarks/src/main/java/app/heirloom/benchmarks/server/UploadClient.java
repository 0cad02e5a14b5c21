package app.heirloom.benchmarks.server;

import app.heirloom.benchmarks.measure.ServerUnderTest;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Uploads the files of a folder from several connections at once, as a phone or the CLI does. */
record UploadClient(ServerUnderTest server, int connections) {
    private static final String BEFORE_NAME = """
            --x\r
            Content-Disposition: form-data; name="fileCreatedAt"\r
            \r
            2024-05-01T10:00:00.000Z\r
            --x\r
            Content-Disposition: form-data; name="fileModifiedAt"\r
            \r
            2024-05-01T10:00:00.000Z\r
            --x\r
            Content-Disposition: form-data; name="assetData"; filename=""";
    private static final String AFTER_NAME = "\r\nContent-Type: image/jpeg\r\n\r\n";
    private static final String END = "\r\n--x--\r\n";

    /** Returns when every file is acknowledged. */
    void send(Path folder) throws Exception {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.sorted().toList();
        }
        try (ExecutorService executor = Executors.newFixedThreadPool(connections)) {
            List<Callable<byte[]>> uploads = files.stream()
                    .<Callable<byte[]>>map(file -> () -> send(request(file)))
                    .toList();
            for (Future<byte[]> sent : executor.invokeAll(uploads)) {
                sent.get();
            }
        }
    }

    private byte[] send(HttpRequest request) throws IOException, InterruptedException {
        return server.send(request);
    }

    private HttpRequest request(Path file) throws IOException {
        String head = BEFORE_NAME + '"' + file.getFileName() + '"' + AFTER_NAME;
        return server.request("assets")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head), BodyPublishers.ofFile(file), BodyPublishers.ofString(END)))
                .build();
    }
}
