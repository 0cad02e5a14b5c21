package app.heirloom.library.identity.picture;

import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.error.ErrorCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * What one model saw in the pictures of one user, so that it looks at each only once. A picture is in it once, however
 * many files and assets have its bytes. Safe for concurrent use; written by one program at a time.
 *
 * <p>Methods fail as INVALID when the cache is damaged or of an unknown schema, and as STORAGE_FULL or DATA_DIRECTORY when it
 * cannot be written.
 */
public interface FaceCache extends AutoCloseable {
    /** How many pictures go from one cache into another at once. */
    int PORTION = 500;

    /** Whose embeddings these are. */
    ModelId model();

    /** How many pictures there are, with faces and without. */
    int countPictures();

    int countFaces();

    /** Whether the model looked at the picture, and found faces or none. */
    boolean has(String sha256);

    /** Hands over all pictures in the order in which they came, one by one, so that never all are in memory. */
    void forEach(Consumer<SeenPicture> action);

    /**
     * Adds all of the pictures or none, durably. Those that are there already keep their faces, and get the paths and
     * origins that are new.
     */
    void add(Collection<SeenPicture> pictures);

    /**
     * Adds all that the other cache has.
     *
     * @throws app.heirloom.library.error.HeirloomException INVALID when it is of another model
     */
    default void extend(FaceCache other) {
        if (!other.model().equals(model())) {
            throw ErrorCode.INVALID.exception("The embeddings of " + other.model() + " and " + model()
                    + " do not compare: let one model look at all pictures");
        }
        List<SeenPicture> portion = new ArrayList<>();
        other.forEach(picture -> {
            portion.add(picture);
            if (portion.size() == PORTION) {
                add(portion);
                portion.clear();
            }
        });
        add(portion);
    }

    @Override
    void close();
}
