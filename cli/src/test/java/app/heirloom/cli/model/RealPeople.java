package app.heirloom.cli.model;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.heirloom.inference.download.PackPull;
import app.heirloom.inference.download.Patience;
import app.heirloom.inference.download.Progress;
import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.library.recognition.FaceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Photos of real people and a model that knows faces, in the folder that HEIRLOOM_TESTDATA names. */
public final class RealPeople {
    /** Whether tests look at all photos; they take some of them daily. */
    public static final boolean ALL = Boolean.getBoolean("heirloom.full");

    private static final Path PLACE = Path.of(System.getenv().getOrDefault("HEIRLOOM_TESTDATA", "nowhere"))
            .toAbsolutePath();
    private static final int PORTION = 3;

    private RealPeople() {}

    /** A file or folder of theirs. */
    public static Path at(String path) {
        return PLACE.resolve(path);
    }

    /** Every third, evenly spread, unless all are asked for. */
    public static <T> List<T> portion(List<T> all) {
        int step = ALL ? 1 : PORTION;
        return IntStream.range(0, all.size())
                .filter(index -> index % step == 0)
                .mapToObj(all::get)
                .toList();
    }

    /** All files below a folder of theirs. */
    public static List<Path> list(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(at(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Puts the default pack there; where it is not at hand, the test is skipped. */
    public static ModelFolder addModels(Path folder) {
        assumeTrue(
                Files.isDirectory(at("models")),
                "no models: set HEIRLOOM_TESTDATA to the folder of the test data to test with them");
        var models = new ModelFolder(folder);
        new PackPull(models, Patience.DEFAULT, Progress.SILENT)
                .fromFolder(models.get(FaceSettings.DEFAULT.pack()), at("models"));
        return models;
    }
}
