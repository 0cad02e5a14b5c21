package app.heirloom.benchmarks.tool;

import app.heirloom.benchmarks.measure.Benchmark;
import app.heirloom.benchmarks.measure.FaceRate;
import app.heirloom.benchmarks.measure.Measurement;
import app.heirloom.benchmarks.measure.ProcessUse;
import app.heirloom.benchmarks.measure.ProgramRun;
import app.heirloom.benchmarks.measure.TemporaryFolder;
import app.heirloom.inference.Inference;
import app.heirloom.inference.download.PackPull;
import app.heirloom.inference.download.Patience;
import app.heirloom.inference.download.Progress;
import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.inference.pack.Pack;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.face.FaceFinder;
import app.heirloom.media.Media;
import app.heirloom.media.MediaConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * A gallery of photos of 12 megapixels indexed from nothing with the default pack, beside finding and embedding faces in
 * the same pictures when they are decoded already. The environment's {@code HEIRLOOM_GALLERY_PHOTOS} says how many.
 */
public final class IndexingBenchmark implements Benchmark {
    private static final Path LAUNCHER = Path.of("heirloom").toAbsolutePath();
    private static final String PACK = "faces-yunet-mobilefacenet";
    private static final int PHOTOS = Integer.parseInt(
            Optional.ofNullable(System.getenv("HEIRLOOM_GALLERY_PHOTOS")).orElse("1000"));
    private static final int DIFFERENT = 40;
    private static final int STEP = 10;
    private static final int WORKERS = 2;

    @Override
    public String name() {
        return "indexing";
    }

    @Override
    public List<Measurement> run() throws Exception {
        Path data = Path.of(System.getenv().getOrDefault("HEIRLOOM_TESTDATA", "nowhere"));
        if (!Files.isDirectory(data.resolve("models"))) {
            return List.of(Measurement.alone("photos indexed: skipped, HEIRLOOM_TESTDATA is not set; photos", 0));
        }
        try (TemporaryFolder models = TemporaryFolder.create("models");
                TemporaryFolder photos = TemporaryFolder.create("photos");
                TemporaryFolder index = TemporaryFolder.create("index")) {
            Path programs = Path.of(System.getProperty("heirloom.ffmpeg", "media/target/ffmpeg"));
            fill(programs, data.resolve("faces/caltech"), photos.path());
            var folder = new ModelFolder(models.path());
            Pack pack = folder.get(PACK);
            new PackPull(folder, Patience.DEFAULT, Progress.SILENT).fromFolder(pack, data.resolve("models"));
            ProgramRun indexed = ProgramRun.of(
                    LAUNCHER.toString(),
                    "gallery",
                    "index",
                    "--target=" + photos.path(),
                    "--database=" + index.path().resolve("gallery.db"),
                    "--model-dir=" + models.path(),
                    "--concurrency=" + WORKERS);
            FaceRate alone = alone(folder, pack, programs, photos.path());
            return List.of(
                    Measurement.large(
                            "%,d photos of 12 MP indexed with faces, start included, photos/s".formatted(PHOTOS),
                            PHOTOS / indexed.seconds(),
                            alone.perSecond(),
                            "models alone"),
                    Measurement.small(
                            "- CPU of one, ms",
                            indexed.cpuSeconds() * 1000 / PHOTOS,
                            alone.cpuMillis(),
                            "models alone"),
                    Measurement.alone("- largest resident memory, MB", indexed.megabytes()));
        }
    }

    /** Real photos enlarged; copies of one differ by a byte behind the picture. */
    private static void fill(Path programs, Path from, Path to) throws IOException, InterruptedException {
        List<Path> small;
        try (Stream<Path> files = Files.list(from)) {
            small = files.filter(file -> file.toString().endsWith(".jpg"))
                    .sorted()
                    .toList();
        }
        String ffmpeg = programs.resolve("ffmpeg").toAbsolutePath().toString();
        for (int i = 0; i < PHOTOS; i++) {
            Path photo = to.resolve(i + ".jpg");
            if (i < DIFFERENT) {
                String original = small.get(i * STEP).toString();
                var scaling = new ProcessBuilder(
                        ffmpeg, "-v", "error", "-i", original, "-vf", "scale=4240:-2", "-q:v", "3", photo.toString());
                if (scaling.inheritIO().start().waitFor() != 0) {
                    throw new IllegalStateException("ffmpeg does not enlarge " + original);
                }
            } else {
                Files.copy(to.resolve(i % DIFFERENT + ".jpg"), photo);
                Files.writeString(photo, String.valueOf(i), StandardOpenOption.APPEND);
            }
        }
    }

    /** The different pictures as often as there are photos, decoded before the clock runs. */
    private static FaceRate alone(ModelFolder folder, Pack pack, Path programs, Path photos) throws Exception {
        try (Inference inference = Inference.load(pack, folder);
                Media media = Media.open(MediaConfig.of(programs))) {
            FaceFinder finder = inference.faceFinder();
            List<Picture> pictures = new ArrayList<>();
            for (int i = 0; i < Math.min(DIFFERENT, PHOTOS); i++) {
                pictures.add(media.pictures().read(photos.resolve(i + ".jpg"), finder.longestSide()));
            }
            find(finder, pictures, pictures.size());
            var own = new ProcessUse(ProcessHandle.current());
            double cpu = own.cpuMillis();
            long begin = System.nanoTime();
            int faces = find(finder, pictures, PHOTOS);
            double seconds = (System.nanoTime() - begin) / 1e9;
            return new FaceRate(PHOTOS / seconds, (own.cpuMillis() - cpu) / PHOTOS, faces);
        }
    }

    private static int find(FaceFinder finder, List<Picture> pictures, int count) throws Exception {
        int faces = 0;
        try (var workers = Executors.newFixedThreadPool(WORKERS)) {
            List<Callable<Integer>> works = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Picture picture = pictures.get(i % pictures.size());
                works.add(() -> finder.find(picture, 1).size());
            }
            for (Future<Integer> found : workers.invokeAll(works)) {
                faces += found.get();
            }
        }
        return faces;
    }
}
