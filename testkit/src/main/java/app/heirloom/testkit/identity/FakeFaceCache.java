package app.heirloom.testkit.identity;

import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.identity.picture.FaceCache;
import app.heirloom.library.identity.picture.SeenPicture;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A cache in memory. */
public final class FakeFaceCache implements FaceCache {
    private final ModelId model;
    private final Map<String, SeenPicture> pictures = new LinkedHashMap<>();

    public FakeFaceCache(ModelId model) {
        this.model = model;
    }

    @Override
    public ModelId model() {
        return model;
    }

    @Override
    public synchronized int countPictures() {
        return pictures.size();
    }

    @Override
    public synchronized int countFaces() {
        return pictures.values().stream()
                .mapToInt(picture -> picture.faces().size())
                .sum();
    }

    @Override
    public synchronized boolean has(String sha256) {
        return pictures.containsKey(sha256);
    }

    @Override
    public void forEach(Consumer<SeenPicture> action) {
        list().forEach(action);
    }

    private synchronized List<SeenPicture> list() {
        return List.copyOf(pictures.values());
    }

    @Override
    public synchronized void add(Collection<SeenPicture> added) {
        added.forEach(picture ->
                pictures.merge(picture.sha256(), picture, (old, other) -> old.alsoAt(other.paths(), other.origins())));
    }

    @Override
    public void close() {}
}
