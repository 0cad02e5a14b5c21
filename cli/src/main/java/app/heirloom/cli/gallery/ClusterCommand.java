package app.heirloom.cli.gallery;

import app.heirloom.cli.terminal.Output;
import app.heirloom.library.recognition.FaceSettings;
import app.heirloom.library.recognition.gathering.FaceGraph;
import app.heirloom.library.recognition.gathering.GatheringSettings;
import app.heirloom.server.Logging;
import app.heirloom.storage.sql.SqlStorage;
import app.heirloom.tools.gallery.people.ClusterSettings;
import app.heirloom.tools.gallery.people.ClusterSettings.Scope;
import app.heirloom.tools.gallery.people.Clustering;
import app.heirloom.tools.gallery.people.PeopleShelves;
import app.heirloom.vectors.face.ComponentFaceGraph;
import app.heirloom.vectors.face.NeighborFaceGraph;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "cluster",
        description = "Gather the faces of all photos into people. What is somebody's stays so, unless --all is given.")
final class ClusterCommand implements Runnable {
    /** What other programs take for connected components. */
    private static final double CONNECTED = 0.65;

    /** How faces are gathered. */
    enum Method {
        gathered,
        connected
    }

    @Mixin
    private GalleryOptions options = new GalleryOptions();

    @Option(
            names = "--threshold",
            paramLabel = "COSINE",
            description = {
                "How alike faces must be, 0 to 1: the higher, the stricter.",
                "Default: what suits the model pack; 0.65 for --method connected"
            })
    private @Nullable Double threshold;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = {
                "gathered: as the server does, by how alike groups are as wholes.",
                "connected: whoever is like anybody in a group belongs to it; only faces that are nobody's are looked at.",
                "Default: ${DEFAULT-VALUE}"
            })
    private Method method = Method.gathered;

    @Option(names = "--all", description = "Also move faces that are somebody's, unless that was said by hand.")
    private boolean all;

    @Option(
            names = "--min-faces",
            paramLabel = "COUNT",
            description = {"How many faces make a person.", "Default: 3; 1 for --method connected"})
    private @Nullable Integer minimumFaces;

    @Mixin
    private GalleryModels models = new GalleryModels();

    @Mixin
    private Output output = new Output();

    @Override
    public void run() {
        Logging.configure();
        ClusterSettings settings = settings();
        try (SqlStorage storage = options.open();
                FaceGraph graph = graph(settings.gathering().likeness())) {
            var shelves = new PeopleShelves(storage.galleryPeople(), storage.transactions());
            Clustering.Summary summary = new Clustering(shelves, graph, settings).run();
            output.print(
                    summary,
                    () -> output.out()
                            .printf(
                                    Locale.ROOT,
                                    "%,d faces: %,d new people, %,d faces assigned, %,d released, %,d nobody's%n",
                                    summary.faces(),
                                    summary.added(),
                                    summary.assigned(),
                                    summary.released(),
                                    summary.alone()));
        }
    }

    private ClusterSettings settings() {
        return switch (method) {
            case gathered ->
                settings(
                        all ? Scope.ALL : Scope.UNASSIGNED,
                        models.facePack().settings().number("likeness"),
                        FaceSettings.DEFAULT.minimumFaces());
            case connected -> settings(all ? Scope.ALL : Scope.UNASSIGNED_ALONE, CONNECTED, 1);
        };
    }

    private ClusterSettings settings(Scope scope, double likeness, int least) {
        return new ClusterSettings(
                models.facePack().id(),
                scope,
                new GatheringSettings(
                        threshold == null ? likeness : threshold, minimumFaces == null ? least : minimumFaces));
    }

    private FaceGraph graph(double likeness) {
        return switch (method) {
            case gathered -> new NeighborFaceGraph(likeness);
            case connected -> new ComponentFaceGraph(likeness);
        };
    }
}
