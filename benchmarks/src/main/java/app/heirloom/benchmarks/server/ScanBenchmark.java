package app.heirloom.benchmarks.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.heirloom.benchmarks.measure.Benchmark;
import app.heirloom.benchmarks.measure.Measurement;
import app.heirloom.benchmarks.measure.ServerUnderTest;
import app.heirloom.benchmarks.measure.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** (g) Scans of an external library, with the queues behind it paused: of many small files, and of large ones. */
public final class ScanBenchmark implements Benchmark {
    private static final int FOLDERS = 200;
    private static final int FILES_PER_FOLDER = 1_000;
    private static final int SMALL = 2_000;
    private static final int LARGE_FILES = 200;
    private static final int LARGE = 4_000_000;
    private static final int RUNS = 5;

    @Override
    public String name() {
        return "scan";
    }

    @Override
    public List<Measurement> run() throws Exception {
        try (TemporaryFolder data = TemporaryFolder.create("scan");
                TemporaryFolder small = TemporaryFolder.create("small");
                TemporaryFolder large = TemporaryFolder.create("large");
                ServerUnderTest server = ServerUnderTest.start(data.path()).signUp()) {
            server.sendJson("PUT", "jobs/metadataExtraction", "{\"command\": \"pause\"}");
            for (int folder = 0; folder < FOLDERS; folder++) {
                fill(small.path().resolve("%03d".formatted(folder)), FILES_PER_FOLDER, SMALL, folder);
            }
            fill(large.path(), LARGE_FILES, LARGE, FOLDERS);
            List<Measurement> measured = new ArrayList<>(ofLarge(server, large.path()));
            measured.addAll(ofSmall(server, small.path()));
            measured.add(Measurement.alone("memory after that, MB", server.use().residentMegabytes()));
            return measured;
        }
    }

    private static List<Measurement> ofLarge(ServerUnderTest server, Path folder) throws Exception {
        double megabytes = (double) LARGE_FILES * LARGE / 1e6;
        double sums = seconds(() -> run("sh", "-c", "sha1sum \"$0\"/* >/dev/null", folder.toString()));
        double scan = new Scanned(server, folder).scan();
        String what = "first scan of %d x %d MB, MB/s".formatted(LARGE_FILES, LARGE / 1_000_000);
        return List.of(Measurement.large(what, megabytes / scan, megabytes / sums, "sha1sum"));
    }

    private static List<Measurement> ofSmall(ServerUnderTest server, Path folder) throws Exception {
        int files = FOLDERS * FILES_PER_FOLDER;
        var library = new Scanned(server, folder);
        List<Measurement> measured = new ArrayList<>();
        measured.add(Measurement.alone("first scan of %,d files, 1/s".formatted(files), files / library.scan()));
        List<Double> scans = new ArrayList<>();
        List<Double> finds = new ArrayList<>();
        double cpu = server.use().cpuMillis();
        for (int i = 0; i < RUNS; i++) {
            scans.add(library.scan());
            finds.add(
                    seconds(() -> run("sh", "-c", "find \"$0\" -printf '%p %s %T@\\n' >/dev/null", folder.toString())));
        }
        double cpuEach = (server.use().cpuMillis() - cpu) / RUNS;
        Collections.sort(scans);
        Collections.sort(finds);
        measured.add(Measurement.large(
                "scan of %,d known files, median of %d, 1/s".formatted(files, RUNS),
                files / scans.get(RUNS / 2),
                files / finds.get(RUNS / 2),
                "find -printf"));
        measured.add(Measurement.alone("- server CPU of one, ms", cpuEach));
        return measured;
    }

    private static double seconds(Callable<?> work) throws Exception {
        long begin = System.nanoTime();
        work.call();
        return (System.nanoTime() - begin) / 1e9;
    }

    private static int run(String... command) throws IOException, InterruptedException {
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + code);
        }
        return code;
    }

    private static void fill(Path folder, int files, int size, int seed) throws IOException {
        var random = new SplittableRandom(seed);
        byte[] content = new byte[size];
        Files.createDirectories(folder);
        for (int i = 0; i < files; i++) {
            random.nextBytes(content);
            Files.write(folder.resolve("IMG_%04d.jpg".formatted(i)), content);
        }
    }

    /** A library over a folder. */
    private static final class Scanned {
        private static final Pattern SCANNING =
                Pattern.compile("\"library\":\\{\"jobCounts\":\\{[^}]*\"(active|waiting)\":[1-9]");

        private final ServerUnderTest server;
        private final String id;

        Scanned(ServerUnderTest server, Path folder) throws IOException, InterruptedException {
            this.server = server;
            String owner = field("id", new String(server.get("users/me"), UTF_8));
            id = field("id", server.sendJson("POST", "libraries", """
                    {"ownerId": "%s", "importPaths": ["%s"]}""".formatted(owner, folder)));
        }

        /** The seconds of one scan; what it leaves for other queues is thrown away. */
        double scan() throws Exception {
            double taken = seconds(() -> {
                server.sendJson("POST", "libraries/" + id + "/scan", "{}");
                double asking = seconds(this::isScanning);
                while (isScanning()) {
                    TimeUnit.MILLISECONDS.sleep(Math.max(20, (long) (asking * 5_000)));
                }
                return true;
            });
            server.sendJson("PUT", "jobs/metadataExtraction", "{\"command\": \"empty\"}");
            return taken;
        }

        private boolean isScanning() throws IOException, InterruptedException {
            return SCANNING.matcher(new String(server.get("jobs"), UTF_8)).find();
        }

        private static String field(String name, String json) {
            Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
            if (!found.find()) {
                throw new IllegalStateException("no " + name + " in " + json);
            }
            return found.group(1);
        }
    }
}
