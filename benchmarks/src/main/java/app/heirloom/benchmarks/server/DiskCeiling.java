package app.heirloom.benchmarks.server;

import app.heirloom.benchmarks.measure.TemporaryFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** How fast this machine's disk takes the same files for good, one write and one fsync each: no server can be faster. */
record DiskCeiling(int threads) {

    /** Files a second. */
    double measure(Path folder) throws Exception {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.toList();
        }
        try (TemporaryFolder target = TemporaryFolder.create("ceiling");
                ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Callable<Path>> copies = files.stream()
                    .<Callable<Path>>map(file -> () -> copy(file, target.path().resolve(file.getFileName())))
                    .toList();
            long begin = System.nanoTime();
            for (Future<Path> copy : executor.invokeAll(copies)) {
                copy.get();
            }
            return files.size() / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(from));
        try (FileChannel out = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        return to;
    }
}
