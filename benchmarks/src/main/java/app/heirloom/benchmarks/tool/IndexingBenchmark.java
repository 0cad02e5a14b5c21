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
import app.heirloom.library.preview.PreviewSettings;
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
 * A gallery of photos of 12 megapixels and some 3 MB indexed from nothing with the default pack, beside two things that it
 * cannot do without, each alone and with as many workers: decoding the same files, and finding and embedding faces in
 * pictures that are decoded. The environment's {@code HEIRLOOM_GALLERY_PHOTOS} says how many.
 */
public final class IndexingBenchmark implements Benchmark {
    private static final Path LAUNCHER = Path.of("heirloom").toAbsolutePath();
    private static final String PACK = "faces-yunet-mobilefacenet";
    private static final int PHOTOS = Integer.parseInt(
            Optional.ofNullable(System.getenv("HEIRLOOM_GALLERY_PHOTOS")).orElse("1000"));
    private static final String ENLARGED = "scale=4240:-2:flags=lanczos,noise=alls=24:allf=u";
    private static final int DIFFERENT = 40;
    private static final int STEP = 10;
    private static final int WORKERS = 2;
    private static final int SIDE = PreviewSettings.DEFAULT.previewSize();

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
            FaceRate decoder = decoder(programs, photos.path());
            FaceRate finder = finder(folder, pack, programs, photos.path());
            double both = 1 / (1 / decoder.perSecond() + 1 / finder.perSecond());
            return List.of(
                    Measurement.large(
                            "%,d photos of 12 MP indexed with faces, start included, photos/s".formatted(PHOTOS),
                            PHOTOS / indexed.seconds(),
                            both,
                            "decoder and models alone, one after the other"),
                    Measurement.large(
                            "- beside models alone, photos/s",
                            PHOTOS / indexed.seconds(),
                            finder.perSecond(),
                            "models"),
                    Measurement.large(
                            "- beside the decoder alone, photos/s",
                            PHOTOS / indexed.seconds(),
                            decoder.perSecond(),
                            "decoder"),
                    Measurement.small(
                            "- CPU of one, ms",
                            indexed.cpuSeconds() * 1000 / PHOTOS,
                            decoder.cpuMillis() + finder.cpuMillis(),
                            "decoder and models alone"),
                    Measurement.alone("- of it the decoder, ms", decoder.cpuMillis()),
                    Measurement.alone("- of it the models, ms", finder.cpuMillis()),
                    Measurement.alone("- largest resident memory, MB", indexed.megabytes()));
        }
    }

    /** Real photos enlarged, with the grain of a camera; copies of one differ by some bytes behind the picture. */
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
                        ffmpeg, "-v", "error", "-i", original, "-vf", ENLARGED, "-q:v", "3", photo.toString());
                if (scaling.inheritIO().start().waitFor() != 0) {
                    throw new IllegalStateException("ffmpeg does not enlarge " + original);
                }
            } else {
                Files.copy(to.resolve(i % DIFFERENT + ".jpg"), photo);
                Files.writeString(photo, String.valueOf(i), StandardOpenOption.APPEND);
            }
        }
    }

    private interface Work {
        /** How many faces there are on the photo of this number. */
        int look(int photo);
    }

    private static FaceRate decoder(Path programs, Path photos) throws Exception {
        try (Media media = Media.open(MediaConfig.of(programs))) {
            return rate(photo -> {
                media.pictures().read(photos.resolve(photo + ".jpg"), SIDE);
                return 0;
            });
        }
    }

    /** The different pictures as often as there are photos, decoded before the clock runs. */
    private static FaceRate finder(ModelFolder folder, Pack pack, Path programs, Path photos) throws Exception {
        try (Inference inference = Inference.load(pack, folder);
                Media media = Media.open(MediaConfig.of(programs))) {
            FaceFinder finder = inference.faceFinder();
            List<Picture> pictures = new ArrayList<>();
            for (int i = 0; i < Math.min(DIFFERENT, PHOTOS); i++) {
                pictures.add(media.pictures().read(photos.resolve(i + ".jpg"), finder.longestSide()));
            }
            pictures.forEach(picture -> finder.find(picture, 1));
            return rate(photo ->
                    finder.find(pictures.get(photo % pictures.size()), 1).size());
        }
    }

    private static FaceRate rate(Work work) throws Exception {
        var own = new ProcessUse(ProcessHandle.current());
        double cpu = own.cpuMillis();
        long begin = System.nanoTime();
        int faces = 0;
        try (var workers = Executors.newFixedThreadPool(WORKERS)) {
            List<Callable<Integer>> works = new ArrayList<>();
            for (int i = 0; i < PHOTOS; i++) {
                int photo = i;
                works.add(() -> work.look(photo));
            }
            for (Future<Integer> found : workers.invokeAll(works)) {
                faces += found.get();
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new FaceRate(PHOTOS / seconds, (own.cpuMillis() - cpu) / PHOTOS, faces);
    }
}
