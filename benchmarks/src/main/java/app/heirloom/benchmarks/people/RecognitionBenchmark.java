package app.heirloom.benchmarks.people;

import app.heirloom.benchmarks.measure.Benchmark;
import app.heirloom.benchmarks.measure.FaceRate;
import app.heirloom.benchmarks.measure.Measurement;
import app.heirloom.benchmarks.measure.ProcessUse;
import app.heirloom.benchmarks.measure.TemporaryFolder;
import app.heirloom.inference.Inference;
import app.heirloom.inference.download.PackPull;
import app.heirloom.inference.download.Patience;
import app.heirloom.inference.download.Progress;
import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.inference.pack.Pack;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.embedding.PictureReader;
import app.heirloom.library.face.FaceFinder;
import app.heirloom.media.Media;
import app.heirloom.media.MediaConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Faces found and embedded in photos of the size of previews with 2 workers, beside onnxruntime-node with the same models
 * in turns in the same run: from the files, and from decoded pictures, as when another model has just looked at them.
 */
public final class RecognitionBenchmark implements Benchmark {
    private static final String PACK = "faces-yunet-mobilefacenet";
    private static final int STEP = 4;
    /** Pixels of the longer side. */
    private static final int PREVIEW = 1440;

    private static final int WORKERS = 2;
    private static final int ROUNDS = 3;
    private static final int WARM_UP = 16;

    @Override
    public String name() {
        return "recognition";
    }

    @Override
    public List<Measurement> run() throws Exception {
        Path data = Path.of(System.getenv().getOrDefault("HEIRLOOM_TESTDATA", "nowhere"));
        if (!Files.isDirectory(data.resolve("models"))) {
            return List.of(Measurement.alone("faces: skipped, HEIRLOOM_TESTDATA is not set; photos", 0));
        }
        List<Measurement> measurements = new ArrayList<>();
        try (TemporaryFolder models = TemporaryFolder.create("models");
                TemporaryFolder photos = TemporaryFolder.create("photos")) {
            Path programs = Path.of(System.getProperty("heirloom.ffmpeg", "media/target/ffmpeg"));
            makePreviews(data.resolve("faces/caltech"), photos.path(), programs);
            var folder = new ModelFolder(models.path());
            Pack pack = folder.get(PACK);
            new PackPull(folder, Patience.DEFAULT, Progress.SILENT).fromFolder(pack, data.resolve("models"));
            try (Inference inference = Inference.load(pack, folder);
                    Media media = Media.open(MediaConfig.of(programs))) {
                FaceFinder finder = inference.faceFinder();
                measurements.addAll(compare(
                        "faces found and embedded, from previews",
                        () -> look(media.pictures(), finder, photos.path()),
                        node -> node.run(data.resolve("models"), photos.path(), models.path(), WORKERS, "files")));
                PictureReader memory = memory(media.pictures(), finder.longestSide(), photos.path());
                measurements.addAll(compare(
                        "- from decoded pictures",
                        () -> look(memory, finder, photos.path()),
                        node -> node.run(data.resolve("models"), photos.path(), models.path(), WORKERS, "memory")));
            }
        }
        return measurements;
    }

    /** What Node does beside us. */
    private interface Beside {
        FaceRate run(NodeFaces node) throws Exception;
    }

    private static List<Measurement> compare(String what, Callable<FaceRate> own, Beside beside) throws Exception {
        Optional<NodeFaces> node = NodeFaces.find();
        List<FaceRate> ours = new ArrayList<>();
        List<FaceRate> theirs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ours.add(own.call());
            if (node.isPresent()) {
                theirs.add(beside.run(node.get()));
            }
        }
        FaceRate our = median(ours);
        if (theirs.isEmpty()) {
            return List.of(
                    Measurement.alone(what + ", photos/s (HEIRLOOM_NODE_ONNX is not set)", our.perSecond()),
                    Measurement.alone("- CPU of one, ms", our.cpuMillis()));
        }
        FaceRate their = median(theirs);
        String whose = "onnxruntime-node";
        return List.of(
                Measurement.large(what + ", photos/s", our.perSecond(), their.perSecond(), whose),
                Measurement.small("- CPU of one, ms", our.cpuMillis(), their.cpuMillis(), whose),
                Measurement.large("- faces in all", our.faces(), their.faces(), whose));
    }

    private static PictureReader memory(PictureReader files, int longestSide, Path photos) throws IOException {
        Map<Path, Picture> pictures = new HashMap<>();
        try (Stream<Path> names = Files.list(photos)) {
            names.forEach(file -> pictures.put(file, files.read(file, longestSide)));
        }
        return (file, side) -> Objects.requireNonNull(pictures.get(file));
    }

    /** Every fourth photo, enlarged to the size of previews. */
    private static void makePreviews(Path from, Path to, Path programs) throws IOException, InterruptedException {
        List<Path> photos;
        try (Stream<Path> files = Files.list(from)) {
            photos = files.filter(file -> file.toString().endsWith(".jpg"))
                    .sorted()
                    .toList();
        }
        for (int at = 0; at < photos.size(); at += STEP) {
            Path preview = to.resolve(photos.get(at).getFileName());
            List<String> command = List.of(
                    programs.resolve("ffmpeg").toString(),
                    "-v",
                    "error",
                    "-i",
                    photos.get(at).toString(),
                    "-vf",
                    "scale=" + PREVIEW + ":-2:flags=lanczos",
                    "-q:v",
                    "4",
                    preview.toString());
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new IOException("ffmpeg could not make " + preview);
            }
        }
    }

    private static FaceRate look(PictureReader pictures, FaceFinder finder, Path photos) throws Exception {
        List<Callable<Integer>> works = new ArrayList<>();
        try (Stream<Path> files = Files.list(photos)) {
            files.forEach(file -> works.add(() ->
                    finder.find(pictures.read(file, finder.longestSide()), 1).size()));
        }
        runAll(works.subList(0, WARM_UP));
        var own = new ProcessUse(ProcessHandle.current());
        double cpu = own.cpuMillis();
        long begin = System.nanoTime();
        int faces = runAll(works);
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new FaceRate(works.size() / seconds, (own.cpuMillis() - cpu) / works.size(), faces);
    }

    private static int runAll(List<Callable<Integer>> works) throws Exception {
        int faces = 0;
        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
            for (Future<Integer> found : workers.invokeAll(works)) {
                faces += found.get();
            }
        }
        return faces;
    }

    private static FaceRate median(List<FaceRate> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(FaceRate::perSecond))
                .toList()
                .get(rounds.size() / 2);
    }
}
