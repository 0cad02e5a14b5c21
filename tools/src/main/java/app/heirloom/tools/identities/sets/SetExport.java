package app.heirloom.tools.identities.sets;

import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.identity.EraSplit;
import app.heirloom.library.identity.IdentitySet;
import app.heirloom.library.identity.SetFace;
import app.heirloom.library.identity.picture.FaceCache;
import app.heirloom.library.identity.picture.FaceKey;
import app.heirloom.library.identity.picture.PicturedFace;
import app.heirloom.tools.Progress;
import app.heirloom.tools.identities.sets.Cropping.Cropped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Makes of each set of a user what people and programs can look at: crops, the best first, the embeddings in the order of the
 * faces, and eras. Sets with too few faces that look different are put apart, and back once they have enough. It may be
 * stopped and repeated at any time, and does only what is not done yet.
 */
public final class SetExport {
    static final String EMBEDDINGS = "embeddings.npz";
    static final String TOP = "top.npz";

    private final SetStore store;
    private final SetPictures pictures;
    private final NewCache caches;
    private final Settings settings;
    private final Progress progress;

    /** Makes an empty cache in a file. */
    @FunctionalInterface
    public interface NewCache {
        FaceCache create(Path file, ModelId model);
    }

    /**
     * How sets are exported.
     *
     * @param minimum how many faces that look different a set has that is not thin
     * @param top how many of the best faces that look different get a file of embeddings of their own
     */
    public record Settings(int minimum, EraSplit eras, int top) {}

    /**
     * A set that was exported.
     *
     * @param alike faces that look the same as a better one
     * @param failures why faces could not be cut out
     */
    public record Exported(IdentitySet set, Shelf shelf, int crops, int alike, List<String> failures) {}

    public SetExport(SetStore store, SetPictures pictures, NewCache caches, Settings settings, Progress progress) {
        this.store = store;
        this.pictures = pictures;
        this.caches = caches;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Exports all sets of the user.
     *
     * @param cache of which the sets were made
     * @param told hears of each set
     */
    public void run(String owner, FaceCache cache, Consumer<Exported> told) {
        List<IdentitySet> sets = Stream.concat(
                        store.list(Shelf.CANONICAL, owner).stream(), store.list(Shelf.THIN, owner).stream())
                .toList();
        var embeddings = new EmbeddingFiles(caches, faces(sets, cache));
        progress.during("Exporting sets", "sets", OptionalLong.of(sets.size()), () -> {
            for (IdentitySet set : sets) {
                told.accept(export(set, embeddings));
                progress.advance(1);
            }
        });
        store.writeManifest();
    }

    private static Map<FaceKey, PicturedFace> faces(List<IdentitySet> sets, FaceCache cache) {
        Set<FaceKey> wanted = new HashSet<>();
        sets.forEach(set -> wanted.addAll(set.keys()));
        Map<FaceKey, PicturedFace> faces = new HashMap<>();
        cache.forEach(picture -> PicturedFace.on(picture).stream()
                .filter(face -> wanted.contains(face.key()))
                .forEach(face -> faces.put(face.key(), face)));
        if (faces.size() < wanted.size()) {
            throw ErrorCode.INVALID.exception((wanted.size() - faces.size()) + " of " + wanted.size()
                    + " faces of the sets are not in the cache: give the cache of which the sets were made");
        }
        return faces;
    }

    private Exported export(IdentitySet set, EmbeddingFiles files) {
        Shelf shelf = store.shelfOf(set.number());
        List<PicturedFace> faces = set.faces().stream().map(files::get).toList();
        Map<FaceKey, Embedding> embeddings = new HashMap<>();
        faces.forEach(face -> embeddings.put(face.key(), face.embedding()));
        Path folder = store.folder(shelf, set.number());
        Cropped cropped = new Cropping(folder, pictures, embeddings).run(set.faces());
        IdentitySet exported = set.withFaces(cropped.faces(), settings.eras().split(faces));
        List<SetFace> top = exported.faces().stream()
                .filter(face -> face.crop() != null)
                .limit(settings.top())
                .toList();
        if (!exported.equals(set)
                || Files.notExists(folder.resolve(EMBEDDINGS))
                || files.count(folder.resolve(TOP), set.model()) != top.size()) {
            files.write(folder.resolve(EMBEDDINGS), set.model(), exported.faces());
            files.write(folder.resolve(TOP), set.model(), top);
            store.save(shelf, exported);
        }
        int different = exported.faces().size() - cropped.alike();
        Shelf right = different < settings.minimum() ? Shelf.THIN : Shelf.CANONICAL;
        if (shelf != right) {
            store.move(set.number(), shelf, right);
        }
        List<String> failures = cropped.failures().values().stream().sorted().toList();
        return new Exported(exported, right, cropped.crops(), cropped.alike(), failures);
    }
}
