package app.heirloom.server;

import app.heirloom.immich.Library.Ability;
import app.heirloom.inference.InstalledPacks;
import app.heirloom.inference.SmartSearchModels;
import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.inference.runtime.ModelMemory;
import app.heirloom.library.embedding.EmbeddingIndex;
import app.heirloom.library.embedding.ImageEmbedder;
import app.heirloom.library.embedding.PictureReader;
import app.heirloom.library.embedding.RecentPictures;
import app.heirloom.library.embedding.TextEmbedder;
import app.heirloom.library.face.FaceFinder;
import app.heirloom.library.recognition.FaceSettings;
import app.heirloom.library.recognition.gathering.FaceGraph;
import app.heirloom.library.text.TextReader;
import app.heirloom.server.lifecycle.Resources;
import app.heirloom.vectors.face.NeighborFaceGraph;
import app.heirloom.vectors.index.IndexFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The models of a server; absent ones have no pack, or are not wanted. */
record RecognitionModels(
        Optional<Faces> faces,
        Optional<Towers> towers,
        Optional<TextReader> reader,
        FaceSettings settings,
        Resources opened,
        Map<Ability, String> absences)
        implements AutoCloseable {
    /** As large as previews are. */
    private static final int LONGEST_SIDE = 1440;
    /** Of up to 6 MB each: enough for as many assets as are looked at around the same time. */
    private static final int RECENT = 8;

    /** What finds faces, and what compares them. */
    record Faces(FaceFinder finder, Supplier<FaceGraph> graphs) {}

    /**
     * What puts pictures and texts into one space, and finds the pictures there.
     *
     * @param before those of other packs, which may have looked at photos before this one was wanted
     */
    record Towers(ImageEmbedder images, TextEmbedder texts, EmbeddingIndex index, List<Towers> before) {}

    /**
     * Opens what there is; a pack that is damaged is told in the log, and all else works.
     *
     * @param indexes directory for what is derived from the database
     */
    static RecognitionModels open(ServerConfig.Recognition config, Path indexes) {
        var opened = new Resources();
        var folder = new IndexFolder(indexes);
        var absences = new Absences(config.models());
        var packs = new InstalledPacks(new ModelFolder(config.models()), opened.add(ModelMemory.ofThisMachine()));
        Optional<Faces> faces = openFaces(packs, config.faces(), absences);
        Optional<Towers> towers = absences.open(
                Ability.SMART_SEARCH,
                config.searchPack().orElse("for smart search"),
                () -> packs.smartSearch(config.searchPack())
                        .map(models -> towers(models, before(packs, models, folder, opened), folder, opened)));
        folder.removeOthers();
        return new RecognitionModels(
                faces,
                towers,
                absences.open(Ability.TEXT, "for text", packs::text),
                config.faces(),
                opened,
                absences.reasons());
    }

    private static Optional<Faces> openFaces(InstalledPacks packs, FaceSettings settings, Absences absences) {
        if (!settings.enabled()) {
            absences.note(Ability.FACES, "the option --faces is false");
            return Optional.empty();
        }
        return absences.open(Ability.FACES, settings.pack(), () -> packs.faces(settings.pack()))
                .map(inference -> faces(inference.faceFinder(), settings));
    }

    private static Faces faces(FaceFinder finder, FaceSettings settings) {
        double likeness = settings.gathering(finder.likeness()).likeness();
        return new Faces(finder, () -> new NeighborFaceGraph(likeness));
    }

    private static List<Towers> before(
            InstalledPacks packs, SmartSearchModels wanted, IndexFolder indexes, Resources opened) {
        return packs.smartSearchBeside(wanted.imageEmbedder().model()).stream()
                .map(models -> towers(models, List.of(), indexes, opened))
                .toList();
    }

    private static Towers towers(SmartSearchModels models, List<Towers> before, IndexFolder indexes, Resources opened) {
        opened.add(models);
        ImageEmbedder images = models.imageEmbedder();
        EmbeddingIndex index = opened.add(indexes.open(images.model(), images.size()));
        return new Towers(images, models.textEmbedder(), index, before);
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
