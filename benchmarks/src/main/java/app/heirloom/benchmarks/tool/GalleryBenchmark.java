package app.heirloom.benchmarks.tool;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.heirloom.benchmarks.measure.Benchmark;
import app.heirloom.benchmarks.measure.Measurement;
import app.heirloom.benchmarks.measure.ProgramRun;
import app.heirloom.benchmarks.measure.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * (h) An unchanged tree indexed again, beside {@code find} over the same tree, with all galleries in one folder and three
 * folders deep. Tiny files, since none is opened. The environment's {@code HEIRLOOM_GALLERY_FILES} says how many; the
 * first index of them takes a minute for each 200,000.
 */
public final class GalleryBenchmark implements Benchmark {
    private static final Path LAUNCHER = Path.of("heirloom").toAbsolutePath();
    private static final int FILES_PER_GALLERY = 100;
    private static final int GALLERIES_PER_CHUNK = 50;
    private static final int CHUNKS_PER_ROOT = 10;
    private static final int FILES = Integer.parseInt(
            Optional.ofNullable(System.getenv("HEIRLOOM_GALLERY_FILES")).orElse("150000"));
    private static final int RUNS = 5;
    private static final Path DROP_CACHES = Path.of("/proc/sys/vm/drop_caches");

    @Override
    public String name() {
        return "gallery";
    }

    /** Where galleries lie. */
    private enum Shape {
        FLAT("in one folder") {
            @Override
            Path folder(Path tree, int gallery) {
                return tree.resolve("gallery-%05d".formatted(gallery));
            }
        },
        DEEP("three folders deep") {
            @Override
            Path folder(Path tree, int gallery) {
                int chunk = gallery / GALLERIES_PER_CHUNK;
                return tree.resolve("root-%02d".formatted(chunk / CHUNKS_PER_ROOT))
                        .resolve("chunk-%03d".formatted(chunk))
                        .resolve("gallery-%05d".formatted(gallery));
            }
        };

        private final String text;

        Shape(String text) {
            this.text = text;
        }

        abstract Path folder(Path tree, int gallery);
    }

    @Override
    public List<Measurement> run() throws Exception {
        List<Measurement> measured = new ArrayList<>();
        for (Shape shape : Shape.values()) {
            measured.addAll(run(shape));
        }
        return measured;
    }

    private static List<Measurement> run(Shape shape) throws Exception {
        try (TemporaryFolder tree = TemporaryFolder.create("galleries");
                TemporaryFolder index = TemporaryFolder.create("index")) {
            fill(tree.path(), shape);
            String[] again = {
                LAUNCHER.toString(),
                "gallery",
                "index",
                "--target",
                tree.path().toString(),
                "--database",
                index.path().resolve("gallery.db").toString()
            };
            String[] find = {"find", tree.path().toString(), "-type", "f", "-printf", "%s %T@\\n"};
            ProgramRun first = ProgramRun.of(again);
            List<Measurement> measured = new ArrayList<>();
            measured.add(Measurement.alone(
                    "first index of %,d tiny files in galleries %s, without models, 1/s".formatted(FILES, shape.text),
                    FILES / first.seconds()));
            measured.addAll(compare(shape.text + ", warm cache", again, find, false));
            if (Files.isWritable(DROP_CACHES)) {
                measured.addAll(compare(shape.text + ", cold cache", again, find, true));
            }
            return measured;
        }
    }

    private static List<Measurement> compare(String where, String[] index, String[] find, boolean isCold)
            throws IOException, InterruptedException {
        List<ProgramRun> indexes = new ArrayList<>();
        List<ProgramRun> finds = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            drop(isCold);
            indexes.add(ProgramRun.of(index));
            drop(isCold);
            finds.add(ProgramRun.of(find));
        }
        ProgramRun ours = median(indexes);
        ProgramRun theirs = median(finds);
        String what = "%,d unchanged files in galleries %s".formatted(FILES, where);
        return List.of(
                Measurement.small(what + ", s", ours.seconds(), theirs.seconds(), "find"),
                Measurement.small("- CPU, s", ours.cpuSeconds(), theirs.cpuSeconds(), "find"),
                Measurement.alone("- files/s", FILES / ours.seconds()),
                Measurement.alone("- largest resident memory, MB", ours.megabytes()));
    }

    private static void drop(boolean isCold) throws IOException {
        if (isCold) {
            Files.writeString(DROP_CACHES, "3");
        }
    }

    private static ProgramRun median(List<ProgramRun> runs) {
        return runs.stream()
                .sorted(Comparator.comparingDouble(ProgramRun::seconds))
                .skip(RUNS / 2)
                .findFirst()
                .orElseThrow();
    }

    /** Each gallery with its index and its folder of thumbnails. */
    private static void fill(Path tree, Shape shape) throws IOException {
        byte[] content = new byte[16];
        for (int gallery = 0; gallery < FILES / FILES_PER_GALLERY; gallery++) {
            Path folder = shape.folder(tree, gallery);
            Files.createDirectories(folder.resolve("tn"));
            Files.write(folder.resolve("index.json"), "{}".getBytes(UTF_8));
            for (int i = 0; i < FILES_PER_GALLERY; i++) {
                content[0] = (byte) i;
                content[1] = (byte) gallery;
                content[2] = (byte) (gallery >> 8);
                Files.write(folder.resolve("IMG_%04d.jpg".formatted(i)), content);
            }
        }
    }
}
