package app.heirloom.server;

import app.heirloom.library.embedding.PictureReader;
import app.heirloom.library.embedding.RecentPictures;
import app.heirloom.library.face.FaceFinder;
import app.heirloom.library.recognition.FaceGraph;
import app.heirloom.library.recognition.FaceSettings;
import java.util.Optional;
import java.util.function.Supplier;

/** The models of a server; absent ones have no pack, or are not wanted. */
record RecognitionModels(Optional<Faces> faces, FaceSettings settings, Resources opened) implements AutoCloseable {
    /** As large as previews are. */
    private static final int LONGEST_SIDE = 1440;
    /** Of up to 6 MB each: enough for as many assets as are looked at around the same time. */
    private static final int RECENT = 8;

    /** What finds faces, and what compares them. */
    record Faces(FaceFinder finder, Supplier<FaceGraph> graphs) {}

    /** Opens what there is; a pack that is damaged is told in the log, and all else works. */
    static RecognitionModels open(ServerConfig.Recognition config) {
        return new RecognitionModels(Optional.empty(), config.faces(), new Resources());
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
