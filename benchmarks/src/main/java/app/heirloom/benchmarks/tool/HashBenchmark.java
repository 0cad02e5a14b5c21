package app.heirloom.benchmarks.tool;

import app.heirloom.benchmarks.measure.Benchmark;
import app.heirloom.benchmarks.measure.Measurement;
import app.heirloom.benchmarks.measure.ProcessUse;
import app.heirloom.benchmarks.measure.TemporaryFolder;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.gallery.Content;
import app.heirloom.storage.files.FileContentReader;
import app.heirloom.tools.gallery.IndexSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Large files known by their content, as a gallery's index does with as many readers: those whose content is known, which
 * takes BLAKE3, and new ones, which are read once more for their SHA-1. Beside reading them alone.
 */
public final class HashBenchmark implements Benchmark {
    private static final int FILES = 32;
    private static final int MEGABYTES = 32;
    private static final int READERS =
            IndexSettings.of(Runtime.getRuntime().availableProcessors()).readers();
    private static final int ROUNDS = 3;
    private static final int MEGA = 1 << 20;
    private static final Path DROP_CACHES = Path.of("/proc/sys/vm/drop_caches");
    private static final Checksum ANY = Checksum.of(new byte[Checksum.LENGTH_IN_BYTES]);

    @Override
    public String name() {
        return "hash";
    }

    /** What is done with a file. */
    private interface Work {
        void run(Path file) throws IOException;
    }

    /** By the wall clock, and in processor time. */
    private record Rate(double perSecond, double perCpuSecond) {}

    @Override
    public List<Measurement> run() throws Exception {
        try (TemporaryFolder folder = TemporaryFolder.create("hash")) {
            List<Path> files = fill(folder.path());
            var reader = new FileContentReader();
            Work known = file -> reader.read(file, hash -> Optional.of(new Content(hash, ANY)));
            Work unknown = file -> reader.read(file, hash -> Optional.empty());
            rate(files, unknown, false);
            List<Measurement> measured = new ArrayList<>();
            for (boolean isCold : Files.isWritable(DROP_CACHES) ? new boolean[] {false, true} : new boolean[1]) {
                String cache = isCold ? "cold" : "warm";
                Rate read = new Rate(0, 0);
                Rate checked = new Rate(0, 0);
                Rate named = new Rate(0, 0);
                for (int round = 0; round < ROUNDS; round++) {
                    read = better(read, rate(files, HashBenchmark::readAlone, isCold));
                    checked = better(checked, rate(files, known, isCold));
                    named = better(named, rate(files, unknown, isCold));
                }
                measured.add(row("known by their content, " + cache + " cache", checked, read));
                measured.add(Measurement.alone("- for each second of CPU, MB", checked.perCpuSecond()));
                measured.add(row("new, " + cache + " cache", named, read));
                measured.add(Measurement.alone("- for each second of CPU, MB", named.perCpuSecond()));
            }
            return measured;
        }
    }

    private static Measurement row(String what, Rate rate, Rate read) {
        return Measurement.large(
                "large files %s, best of %d, MB/s".formatted(what, ROUNDS),
                rate.perSecond(),
                read.perSecond(),
                "reading alone");
    }

    private static Rate better(Rate one, Rate other) {
        return one.perSecond() > other.perSecond() ? one : other;
    }

    private static List<Path> fill(Path folder) throws IOException {
        byte[] noise = new byte[MEGABYTES * MEGA];
        new Random(1).nextBytes(noise);
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            noise[0] = (byte) i;
            files.add(Files.write(folder.resolve(i + ".jpg"), noise));
        }
        return files;
    }

    private static Rate rate(List<Path> files, Work work, boolean isCold) throws Exception {
        if (isCold) {
            new ProcessBuilder("sync").start().waitFor();
            Files.writeString(DROP_CACHES, "3");
        }
        var own = new ProcessUse(ProcessHandle.current());
        double cpu = own.cpuMillis();
        long begin = System.nanoTime();
        try (var workers = Executors.newFixedThreadPool(READERS)) {
            List<Callable<Boolean>> works = new ArrayList<>();
            files.forEach(file -> works.add(() -> {
                work.run(file);
                return true;
            }));
            for (Future<Boolean> done : workers.invokeAll(works)) {
                done.get();
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        double megabytes = FILES * MEGABYTES * 1.048576;
        return new Rate(megabytes / seconds, megabytes * 1000 / (own.cpuMillis() - cpu));
    }

    private static void readAlone(Path file) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(MEGA);
        try (FileChannel channel = FileChannel.open(file)) {
            while (channel.read(buffer.clear()) >= 0) {}
        }
    }
}
