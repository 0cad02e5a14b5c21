package app.heirloom.library.gallery;

import app.heirloom.library.embedding.ModelId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Galleries and their files. */
public interface GalleryRepository {
    /** The gallery of the folder, made if it is not known yet. */
    Gallery open(String path);

    /** Those at the path and below it. */
    void forEach(String path, Consumer<Gallery> consumer);

    List<GalleryFile> listFiles(GalleryId id);

    /** Adds files, or replaces those of the same name. */
    void saveFiles(GalleryId id, Collection<GalleryFile> files);

    void removeFiles(GalleryId id, Collection<String> names);

    /** Says that all files of the gallery are indexed, and by which models. */
    void complete(GalleryId id, GalleryStamp stamp, ModelSet looks);

    /** Forgets the gallery and its files; their contents stay until {@link #removeOrphans}. */
    void remove(GalleryId id);

    /**
     * Takes the gallery for one worker, so that others leave it alone.
     *
     * @return false when another worker has it and its lease is not over
     */
    boolean lease(GalleryId id, String worker, Duration duration);

    /** Gives back what the worker took. */
    void release(GalleryId id, String worker);

    /** Makes the worker's leases last that long from now. */
    void renew(String worker, Duration duration);

    /** Gives back all that the worker took. */
    void releaseAll(String worker);

    /** Those that have a lease, over or not. */
    List<String> listWorkers();

    /** Adds contents that are not known yet. */
    void addContents(Collection<Content> contents);

    Optional<Content> findContent(ContentHash hash);

    /** Which of these contents the models have not looked at yet. */
    Set<ContentHash> listUnseen(Collection<ContentHash> hashes, ModelSet models);

    /** Says that the models have looked at the content, whatever they found. */
    void addLooks(Content content, ModelSet models);

    /** Removes the contents that no file has any longer, and what models made of them; returns how many. */
    int removeOrphans();

    /** How many contents no file has any longer. */
    long countOrphans();

    /** Forgets what models made of contents that no asset has, and so all people in them. */
    void forgetLooks();

    /** A file by its gallery's path and its own name. */
    record Place(String gallery, String name) {}

    /** The files that have the contents of these embeddings, by the embedding's number. */
    Map<Long, List<Place>> listPlaces(Collection<Long> embeddings);

    /** The first files by path on which each of the words can be read. */
    List<Place> listReading(List<String> words, int limit);

    /** A file whose last attempt failed. */
    record Failure(Place place, String reason) {}

    void forEachFailure(Consumer<Failure> consumer);

    /** At how many contents of files each model has looked. */
    Map<ModelId, Long> countLooks();

    GalleryCounts counts();
}
