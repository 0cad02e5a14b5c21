package app.heirloom.server;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import app.heirloom.inference.Inference;
import app.heirloom.inference.SmartSearchModels;
import app.heirloom.inference.TextModels;
import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.inference.pack.Pack;
import app.heirloom.inference.pack.PackTask;
import app.heirloom.inference.runtime.ModelMemory;
import app.heirloom.library.embedding.EmbeddingIndex;
import app.heirloom.library.embedding.ImageEmbedder;
import app.heirloom.library.embedding.PictureReader;
import app.heirloom.library.embedding.RecentPictures;
import app.heirloom.library.embedding.TextEmbedder;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.face.FaceFinder;
import app.heirloom.library.recognition.FaceGraph;
import app.heirloom.library.recognition.FaceSettings;
import app.heirloom.library.text.TextReader;
import app.heirloom.vectors.face.NeighborFaceGraph;
import app.heirloom.vectors.index.FlatIndex;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** The models of a server; absent ones have no pack, or are not wanted. */
record RecognitionModels(
        Optional<Faces> faces,
        Optional<Towers> towers,
        Optional<TextReader> reader,
        FaceSettings settings,
        Resources opened)
        implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RecognitionModels.class.getName());
    /** As large as previews are. */
    private static final int LONGEST_SIDE = 1440;
    /** Of up to 6 MB each: enough for as many assets as are looked at around the same time. */
    private static final int RECENT = 8;

    /** What finds faces, and what compares them. */
    record Faces(FaceFinder finder, Supplier<FaceGraph> graphs) {}

    /** What puts pictures and texts into one space, and finds the pictures there. */
    record Towers(ImageEmbedder images, TextEmbedder texts, EmbeddingIndex index) {}

    /**
     * Opens what there is; a pack that is damaged is told in the log, and all else works.
     *
     * @param indexes directory for what is derived from the database
     */
    static RecognitionModels open(ServerConfig.Recognition config, Path indexes) {
        var opened = new Resources();
        ModelMemory memory = opened.add(ModelMemory.ofThisMachine());
        var folder = new ModelFolder(config.models());
        Optional<Faces> faces = config.faces().enabled() ? openFaces(config, memory) : Optional.empty();
        Optional<Towers> towers = openTowers(folder, memory, indexes, opened);
        return new RecognitionModels(faces, towers, openReader(folder, memory), config.faces(), opened);
    }

    private static Optional<Faces> openFaces(ServerConfig.Recognition config, ModelMemory memory) {
        try {
            var folder = new ModelFolder(config.models());
            Pack pack = folder.get(config.faces().pack());
            if (folder.verify(pack) == ModelFolder.State.MISSING) {
                LOG.log(INFO, "Faces are not looked for: {0} has no model pack {1}", config.models(), pack.id());
                return Optional.empty();
            }
            FaceFinder finder = Inference.load(pack, folder, memory).faceFinder();
            double likeness = config.faces().gathering(finder.likeness()).likeness();
            return Optional.of(new Faces(finder, () -> new NeighborFaceGraph(likeness)));
        } catch (HeirloomException e) {
            LOG.log(WARNING, "Faces are not looked for: {0}", e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<Towers> openTowers(ModelFolder folder, ModelMemory memory, Path indexes, Resources opened) {
        try {
            return find(folder, PackTask.SMART_SEARCH)
                    .map(pack -> towers(opened.add(SmartSearchModels.load(pack, folder, memory)), indexes, opened));
        } catch (HeirloomException e) {
            LOG.log(WARNING, "There is no smart search: {0}", e.getMessage());
            return Optional.empty();
        }
    }

    private static Towers towers(SmartSearchModels models, Path indexes, Resources opened) {
        ImageEmbedder images = models.imageEmbedder();
        var index = opened.add(FlatIndex.open(indexes.resolve("smart-search"), images.model(), images.size()));
        return new Towers(images, models.textEmbedder(), index);
    }

    private static Optional<TextReader> openReader(ModelFolder folder, ModelMemory memory) {
        try {
            return find(folder, PackTask.TEXT).map(pack -> TextModels.open(pack, folder, memory));
        } catch (HeirloomException e) {
            LOG.log(WARNING, "Text in pictures is not read: {0}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Of several packs for a task, the first by name. */
    private static Optional<Pack> find(ModelFolder folder, PackTask task) {
        return folder.list().stream()
                .filter(pack -> pack.task() == task && folder.glance(pack) != ModelFolder.State.MISSING)
                .findFirst();
    }

    /** Decodes for all models at once. */
    RecentPictures pictures(PictureReader reader) {
        return new RecentPictures(reader, LONGEST_SIDE, RECENT);
    }

    @Override
    public void close() {
        opened.close();
    }
}
