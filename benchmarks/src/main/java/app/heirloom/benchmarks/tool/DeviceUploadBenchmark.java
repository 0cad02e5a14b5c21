package app.heirloom.benchmarks.tool;

import app.heirloom.benchmarks.measure.Benchmark;
import app.heirloom.benchmarks.measure.Measurement;
import app.heirloom.benchmarks.measure.ProgramRun;
import app.heirloom.benchmarks.measure.ServerUnderTest;
import app.heirloom.benchmarks.measure.TemporaryFolder;
import app.heirloom.benchmarks.photo.GeneratedPhotos;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder brought to an empty server by {@code device add} and {@code upload}, which scans first, and by Immich's own command
 * line, as {@code npm --prefix e2e ci} installs it; each to a server of its own.
 */
public final class DeviceUploadBenchmark implements Benchmark {
    private static final List<String> QUEUES = List.of("metadataExtraction", "thumbnailGeneration", "videoConversion");
    private static final int CONNECTIONS = 8;
    private static final Path PACKAGES = Path.of("e2e", "node_modules").toAbsolutePath();
    private static final Path IMMICH_CLI =
            PACKAGES.resolve("@immich").resolve("cli").resolve("bin").resolve("immich");
    /** The one that the command line asks for; the machine's may be older. */
    private static final Path NODE = PACKAGES.resolve(".bin").resolve("node");

    private record Case(String name, GeneratedPhotos photos) {}

    private static final List<Case> CASES = List.of(
            new Case("2,000 x 50 KB", new GeneratedPhotos(2_000, 50_000, 5)),
            new Case("200 x 2.5 MB", new GeneratedPhotos(200, 2_500_000, 5)));

    @Override
    public String name() {
        return "deviceupload";
    }

    @Override
    public List<Measurement> run() throws Exception {
        List<Measurement> measured = new ArrayList<>();
        for (Case one : CASES) {
            // Both libraries stay until the end: after thousands of files were removed, ext4 is slow to make new ones.
            try (TemporaryFolder folder = TemporaryFolder.create("device");
                    TemporaryFolder theirs = TemporaryFolder.create("theirs");
                    TemporaryFolder own = TemporaryFolder.create("own")) {
                int count = one.photos().count();
                one.photos().writeTo(folder.path());
                ProgramRun official = on(theirs.path(), count, server -> uploadByImmich(server, folder.path()));
                ProgramRun ours = on(own.path(), count, server -> uploadByDevice(server, folder.path()));
                String what = one.name() + " uploaded from a folder, ";
                measured.add(Measurement.small(what + "s", ours.seconds(), official.seconds(), "Immich's CLI"));
                measured.add(Measurement.small("- CPU, s", ours.cpuSeconds(), official.cpuSeconds(), "Immich's CLI"));
            }
        }
        return measured;
    }

    private interface Work {
        ProgramRun on(ServerUnderTest server) throws Exception;
    }

    /** With its queues paused, so that only the upload is measured. */
    private static ProgramRun on(Path data, int count, Work work) throws Exception {
        try (ServerUnderTest server = ServerUnderTest.start(data).signUp()) {
            for (String queue : QUEUES) {
                server.sendJson("PUT", "jobs/" + queue, "{\"command\": \"pause\", \"force\": false}");
            }
            ProgramRun run = work.on(server);
            String statistics = server.sendJson("GET", "server/statistics", "");
            if (!statistics.contains("\"photos\":" + count)) {
                throw new IllegalStateException("not all was uploaded: " + statistics);
            }
            return run;
        }
    }

    private static ProgramRun uploadByDevice(ServerUnderTest server, Path folder) throws Exception {
        try (TemporaryFolder states = TemporaryFolder.create("states")) {
            var program = new DeviceProgram(server.address().toString(), server.newKey(), states.path());
            ProgramRun add = program.run("add", "phone", "--no-mark", "--root=" + folder);
            ProgramRun upload = program.run("upload", "phone", "--full", "--concurrent=" + CONNECTIONS);
            return add.then(upload);
        }
    }

    private static ProgramRun uploadByImmich(ServerUnderTest server, Path folder) throws Exception {
        if (Files.notExists(IMMICH_CLI)) {
            throw new IllegalStateException("Immich's CLI is missing: run npm --prefix e2e ci");
        }
        return ProgramRun.of(
                "env",
                "IMMICH_INSTANCE_URL=" + server.address() + "api",
                "IMMICH_API_KEY=" + server.newKey(),
                NODE.toString(),
                IMMICH_CLI.toString(),
                "upload",
                "--recursive",
                "--no-progress",
                "--concurrency",
                String.valueOf(CONNECTIONS),
                folder.toString());
    }
}
