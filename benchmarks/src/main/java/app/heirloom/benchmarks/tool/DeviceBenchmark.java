package app.heirloom.benchmarks.tool;

import app.heirloom.benchmarks.measure.Benchmark;
import app.heirloom.benchmarks.measure.Measurement;
import app.heirloom.benchmarks.measure.ProgramRun;
import app.heirloom.benchmarks.measure.ServerUnderTest;
import app.heirloom.benchmarks.measure.TemporaryFolder;
import app.heirloom.benchmarks.photo.GeneratedPhotos;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The first look at a device, beside reading all of it. Its photos are real JPEG heads with EXIF, and behind them a hole up
 * to the size of a photo, so that reading them costs no disk; from a cold cache it is held against fewer photos that are
 * whole. The environment's {@code HEIRLOOM_DEVICE_FILES} says how many there are.
 */
public final class DeviceBenchmark implements Benchmark {
    private static final int FILES = Integer.parseInt(
            Optional.ofNullable(System.getenv("HEIRLOOM_DEVICE_FILES")).orElse("50000"));
    private static final int HEAD = 10_000;
    private static final GeneratedPhotos PHOTOS = new GeneratedPhotos(FILES, HEAD, 7);
    private static final FileTime COPIED = FileTime.from(Instant.parse("2025-06-01T00:00:00Z"));
    /** One of so many files is not on the server. */
    private static final int NEW_ONES = 100;

    /** Photos of which all bytes are on the disk. */
    private static final GeneratedPhotos WHOLE = new GeneratedPhotos(2_000, (int) DeviceLibrary.BYTES, 9);

    private static final Path DROP_CACHES = Path.of("/proc/sys/vm/drop_caches");

    private static final int REQUESTS = 5;

    @Override
    public String name() {
        return "device";
    }

    @Override
    public List<Measurement> run() throws Exception {
        try (TemporaryFolder device = TemporaryFolder.create("device");
                TemporaryFolder states = TemporaryFolder.create("states");
                TemporaryFolder data = TemporaryFolder.create("data")) {
            fill(device.path());
            ServerUnderTest.start(data.path()).signUp().close();
            DeviceLibrary.fill(data.path().resolve("heirloom.db"), backup());
            try (ServerUnderTest server = ServerUnderTest.start(data.path()).logIn()) {
                var program = new DeviceProgram(server.address().toString(), server.newKey(), states.path());
                List<Measurement> measurements = new ArrayList<>(compare(program, device.path()));
                if (Files.isWritable(DROP_CACHES)) {
                    measurements.addAll(compareCold(program, device.path()));
                }
                measurements.add(Measurement.alone(
                        "join of %,d keys by the server, s".formatted(DeviceLibrary.SIZE), join(server)));
                return measurements;
            }
        }
    }

    private static void fill(Path folder) throws IOException {
        PHOTOS.writeTo(folder);
        for (int index = 0; index < FILES; index++) {
            Path photo = folder.resolve(GeneratedPhotos.name(index));
            try (var file = new RandomAccessFile(photo.toFile(), "rw")) {
                file.setLength(DeviceLibrary.BYTES);
            }
            Files.setLastModifiedTime(photo, COPIED);
        }
    }

    /** What the server has of the device. */
    private static List<DeviceLibrary.Photo> backup() {
        return IntStream.range(0, FILES)
                .filter(index -> index % NEW_ONES > 0)
                .mapToObj(index -> new DeviceLibrary.Photo(GeneratedPhotos.name(index), PHOTOS.taken(index)))
                .toList();
    }

    private static List<Measurement> compare(DeviceProgram program, Path device) throws Exception {
        program.run("add", "swift", "--no-mark", "--root=" + device);
        program.run("add", "sure", "--no-mark", "--root=" + device);
        ProgramRun fast = program.run("scan", "swift", "--fast");
        ProgramRun full = program.run("scan", "sure", "--full");
        String what = "first look at %,d files of 2.5 MB against %,d assets, s".formatted(FILES, DeviceLibrary.SIZE);
        return List.of(
                Measurement.small(what, fast.seconds(), full.seconds(), "reading all"),
                Measurement.small("- CPU, s", fast.cpuSeconds(), full.cpuSeconds(), "reading all"),
                Measurement.alone("- largest resident memory, MB", fast.megabytes()),
                Measurement.small(
                        "- a second look, s",
                        program.run("scan", "swift", "--fast").seconds(),
                        fast.seconds(),
                        "the first"));
    }

    private static List<Measurement> compareCold(DeviceProgram program, Path device) throws Exception {
        try (TemporaryFolder whole = TemporaryFolder.create("whole")) {
            WHOLE.writeTo(whole.path());
            program.run("add", "cold", "--no-mark", "--root=" + device);
            program.run("add", "whole", "--no-mark", "--root=" + whole.path());
            dropCaches();
            double fast = program.run("scan", "cold", "--fast").seconds();
            dropCaches();
            double full = program.run("scan", "whole", "--full").seconds();
            double scale = (double) FILES / WHOLE.count();
            return List.of(
                    Measurement.small(
                            "- from a cold cache, s",
                            fast,
                            full * scale,
                            "reading %,d, as many times".formatted(WHOLE.count())),
                    Measurement.alone(
                            "- reading from a cold cache, MB/s", WHOLE.count() * DeviceLibrary.BYTES / full / 1e6));
        }
    }

    private static void dropCaches() throws IOException, InterruptedException {
        new ProcessBuilder("sync").start().waitFor();
        Files.writeString(DROP_CACHES, "3");
    }

    /** Seconds of the fastest request. */
    private static double join(ServerUnderTest server) throws IOException, InterruptedException {
        String keys = IntStream.range(0, DeviceLibrary.SIZE)
                .mapToObj(index -> "{\"fileName\":\"%s\",\"second\":%d}"
                        .formatted(
                                GeneratedPhotos.name(index), PHOTOS.taken(index).getEpochSecond()))
                .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
        double fastest = Double.MAX_VALUE;
        for (int request = 0; request < REQUESTS; request++) {
            long begin = System.nanoTime();
            server.sendJson("POST", "heirloom/device/matches", keys);
            fastest = Math.min(fastest, (System.nanoTime() - begin) / 1e9);
        }
        return fastest;
    }
}
