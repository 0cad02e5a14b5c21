package app.heirloom.benchmarks.server;

import app.heirloom.benchmarks.measure.Benchmark;
import app.heirloom.benchmarks.measure.Measurement;
import app.heirloom.benchmarks.measure.ProcessUse;
import app.heirloom.benchmarks.measure.TemporaryFolder;
import app.heirloom.benchmarks.measure.Throughput;
import app.heirloom.benchmarks.photo.GeneratedPhotos;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.metadata.Frame;
import app.heirloom.library.preview.PreviewRenderer;
import app.heirloom.library.preview.RenderRequest;
import app.heirloom.media.Media;
import app.heirloom.media.MediaConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** (d) 12 MP photos to preview, thumbnail and thumbhash with 2 workers, beside sharp in turns in the same run. */
public final class PreviewBenchmark implements Benchmark {
    private static final int PHOTOS = 48;
    private static final int PHOTO_SIZE = 3_500_000;
    private static final int WORKERS = 2;
    private static final int ROUNDS = 3;
    private static final int WARM_UP = 12;
    private static final Pattern HIGH_WATER = Pattern.compile("VmHWM:\\s*(\\d+)");

    @Override
    public String name() {
        return "previews";
    }

    @Override
    public List<Measurement> run() throws Exception {
        Path programs = Path.of(System.getProperty("heirloom.ffmpeg", "media/target/ffmpeg"));
        Optional<SharpPreviews> sharp = SharpPreviews.find();
        List<Throughput> ours = new ArrayList<>();
        List<Throughput> manual = new ArrayList<>();
        List<Throughput> raw = new ArrayList<>();
        try (TemporaryFolder photos = TemporaryFolder.create("photos");
                TemporaryFolder out = TemporaryFolder.create("previews");
                Media media = Media.open(MediaConfig.of(programs))) {
            new GeneratedPhotos(PHOTOS, PHOTO_SIZE, 7).writeTo(photos.path());
            for (int round = 0; round < ROUNDS; round++) {
                ours.add(render(media.previews(), photos.path(), out.path()));
                if (sharp.isPresent()) {
                    manual.add(sharp.get().run(photos.path(), out.path(), WORKERS, "manual"));
                    raw.add(sharp.get().run(photos.path(), out.path(), WORKERS, "raw"));
                }
            }
        }
        List<Measurement> measurements = new ArrayList<>();
        if (sharp.isEmpty()) {
            compare(measurements, median(ours), null, "HEIRLOOM_SHARP is not set");
        } else {
            compare(measurements, median(ours), median(manual), "sharp, a clone for each output");
            compare(measurements, median(ours), median(raw), "sharp, decoding once by way of raw pixels");
        }
        return measurements;
    }

    private static void compare(
            List<Measurement> measurements, Throughput ours, @Nullable Throughput theirs, String whose) {
        String rate = "12 MP photos to preview, thumbnail and thumbhash, 1/s";
        String cpu = "such a photo, CPU, ms";
        String memory = "such photos, largest decoding process, MB";
        if (theirs == null) {
            measurements.add(Measurement.alone(rate + " (" + whose + ")", ours.perSecond()));
            measurements.add(Measurement.alone(cpu, ours.cpuMillis()));
            measurements.add(Measurement.alone(memory, ours.megabytes()));
        } else {
            measurements.add(Measurement.large(rate, ours.perSecond(), theirs.perSecond(), whose));
            measurements.add(Measurement.small(cpu, ours.cpuMillis(), theirs.cpuMillis(), whose));
            measurements.add(Measurement.small(memory, ours.megabytes(), theirs.megabytes(), whose));
        }
    }

    private static Throughput render(PreviewRenderer renderer, Path photos, Path out) throws Exception {
        List<Callable<Object>> works = new ArrayList<>();
        try (Stream<Path> files = Files.list(photos)) {
            files.forEach(file -> works.add(() -> renderer.render(request(file, out))));
        }
        double megabytes = watched(works.subList(0, WARM_UP));
        var own = new ProcessUse(ProcessHandle.current());
        double cpu = own.cpuMillis();
        long begin = System.nanoTime();
        runAll(works);
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Throughput(works.size() / seconds, (own.cpuMillis() - cpu) / works.size(), megabytes);
    }

    private static void runAll(List<Callable<Object>> works) throws Exception {
        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
            for (Future<Object> rendered : workers.invokeAll(works)) {
                rendered.get();
            }
        }
    }

    /** The memory of the largest decoder; watching costs time, so it is no part of what is timed. */
    private static double watched(List<Callable<Object>> works) throws Exception {
        var peak = new AtomicLong();
        Thread watch = Thread.ofPlatform().daemon().start(() -> watch(peak));
        runAll(works);
        watch.interrupt();
        watch.join();
        return peak.get() / 1024.0;
    }

    private static RenderRequest request(Path file, Path out) {
        String name = file.getFileName().toString();
        return new RenderRequest(file, AssetType.IMAGE, Frame.UNKNOWN, out.resolve(name), out.resolve(name + ".webp"));
    }

    /** Looks at the decoders every few milliseconds; what they hold at most is kept by the system. */
    private static void watch(AtomicLong peak) {
        while (!Thread.currentThread().isInterrupted()) {
            ProcessHandle.current()
                    .children()
                    .forEach(child -> peak.accumulateAndGet(highWater(child.pid()), Math::max));
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** Of a decoder: a child that has just been forked still looks like this process. */
    private static long highWater(long pid) {
        try {
            String status = Files.readString(Path.of("/proc", Long.toString(pid), "status"));
            Matcher matcher = HIGH_WATER.matcher(status);
            return status.startsWith("Name:\tffmpeg") && matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static Throughput median(List<Throughput> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(Throughput::perSecond))
                .toList()
                .get(rounds.size() / 2);
    }
}
