package app.heirloom.benchmarks.tool;

import app.heirloom.benchmarks.face.FaceMixture;
import app.heirloom.benchmarks.measure.Benchmark;
import app.heirloom.benchmarks.measure.Measurement;
import app.heirloom.benchmarks.measure.ProgramRun;
import app.heirloom.benchmarks.measure.TemporaryFolder;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.face.FaceQuality;
import app.heirloom.library.gallery.Content;
import app.heirloom.library.gallery.ContentHash;
import app.heirloom.library.gallery.GalleryFile;
import app.heirloom.library.gallery.GalleryId;
import app.heirloom.library.recognition.FaceSettings;
import app.heirloom.library.recognition.detection.FaceArea;
import app.heirloom.library.recognition.detection.Sighting;
import app.heirloom.storage.database.DatabaseConfig;
import app.heirloom.storage.sql.SqlStorage;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** {@code gallery cluster} from its start to its end over made-up faces, one on each photo. */
public final class GalleryClusterBenchmark implements Benchmark {
    private static final Path LAUNCHER = Path.of("heirloom").toAbsolutePath();
    private static final ModelId MODEL = new ModelId(FaceSettings.DEFAULT.pack());
    private static final FaceQuality GOOD = new FaceQuality(200, 1, 1, 1);
    private static final int FACES = 200_000;
    private static final int SIZE = 128;
    private static final int PORTION = 5_000;

    @Override
    public String name() {
        return "gallerycluster";
    }

    @Override
    public List<Measurement> run() throws Exception {
        try (TemporaryFolder folder = TemporaryFolder.create("cluster")) {
            Path file = folder.path().resolve("gallery.db");
            fill(file);
            String[] cluster = {LAUNCHER.toString(), "gallery", "cluster", "--database=" + file};
            ProgramRun first = ProgramRun.of(cluster);
            ProgramRun again = ProgramRun.of(cluster);
            return List.of(
                    Measurement.alone("gallery cluster of %,d faces, s".formatted(FACES), first.seconds()),
                    Measurement.alone("- CPU, s", first.cpuSeconds()),
                    Measurement.alone("- largest resident memory, MB", first.megabytes()),
                    Measurement.alone("- again, with nothing new, CPU, s", again.cpuSeconds()));
        }
    }

    private static void fill(Path file) {
        List<Embedding> faces = FaceMixture.crowd(FACES, SIZE, 1);
        try (SqlStorage storage = SqlStorage.open(DatabaseConfig.sqlite(file), InstantSource.system())) {
            GalleryId gallery = storage.transactions()
                    .write(() -> storage.galleries().open("/photos"))
                    .id();
            for (int from = 0; from < FACES; from += PORTION) {
                int begin = from;
                storage.transactions().run(() -> {
                    for (int face = begin; face < begin + PORTION; face++) {
                        add(storage, gallery, face, faces.get(face));
                    }
                });
            }
        }
    }

    private static void add(SqlStorage storage, GalleryId gallery, int number, Embedding face) {
        var content = new Content(
                ContentHash.of(numbered(ContentHash.LENGTH_IN_BYTES, number)),
                Checksum.of(numbered(Checksum.LENGTH_IN_BYTES, number)));
        var state = new GalleryFile.State(1, Instant.EPOCH, 1);
        storage.galleries().addContents(List.of(content));
        storage.galleries().saveFiles(gallery, List.of(new GalleryFile(number + ".jpg", state, content.hash(), null)));
        storage.detections()
                .save(content.checksum(), MODEL, List.of(new Sighting(new FaceArea(0, 0, 1, 1), GOOD, face)));
    }

    private static byte[] numbered(int length, int number) {
        return ByteBuffer.allocate(length).putInt(number).array();
    }
}
