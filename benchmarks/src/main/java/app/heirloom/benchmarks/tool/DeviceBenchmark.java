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
 * to the size of a photo; it is held against reading fewer photos that are whole, as many times as there are more of the
 * others. The environment's {@code HEIRLOOM_DEVICE_FILES} says how many there are.
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
        try (TemporaryFolder whole = TemporaryFolder.create("whole")) {
            WHOLE.writeTo(whole.path());
            List<Measurement> measurements = new ArrayList<>();
            ProgramRun first = compare(program, device, whole.path(), "warm", measurements);
            measurements.add(Measurement.alone("- largest resident memory, MB", first.megabytes()));
            measurements.add(Measurement.small(
                    "- a second look, s",
                    program.run("scan", "swift-warm", "--fast").seconds(),
                    first.seconds(),
                    "the first"));
            if (Files.isWritable(DROP_CACHES)) {
                compare(program, device, whole.path(), "cold", measurements);
            }
            return measurements;
        }
    }

    /** Looks and reads, from this cache, as a device that was never seen; returns what looking cost. */
    private static ProgramRun compare(
            DeviceProgram program, Path device, Path whole, String cache, List<Measurement> measurements)
            throws Exception {
        program.run("add", "swift-" + cache, "--no-mark", "--root=" + device);
        program.run("add", "sure-" + cache, "--no-mark", "--root=" + whole);
        dropCaches(cache);
        ProgramRun fast = program.run("scan", "swift-" + cache, "--fast");
        dropCaches(cache);
        ProgramRun full = program.run("scan", "sure-" + cache, "--full");
        ProgramRun again = program.run("scan", "sure-" + cache, "--full"); // which reads nothing
        double times = (double) FILES / WHOLE.count();
        String what = "first look at %,d files of 2.5 MB against %,d assets, %s cache, s"
                .formatted(FILES, DeviceLibrary.SIZE, cache);
        String beside = "reading %,d, times %.0f".formatted(WHOLE.count(), times);
        measurements.add(Measurement.small(
                what, fast.seconds(), again.seconds() + times * (full.seconds() - again.seconds()), beside));
        measurements.add(Measurement.small(
                "- CPU, s",
                fast.cpuSeconds(),
                again.cpuSeconds() + times * (full.cpuSeconds() - again.cpuSeconds()),
                beside));
        return fast;
    }

    private static void dropCaches(String cache) throws IOException, InterruptedException {
        if (cache.equals("warm")) {
            return;
        }
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
