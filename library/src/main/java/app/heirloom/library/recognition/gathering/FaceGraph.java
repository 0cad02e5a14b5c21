package app.heirloom.library.recognition.gathering;

import app.heirloom.library.person.FaceId;
import java.util.Collection;

/**
 * The faces of one owner as one model sees them, and which are alike. It is derived from the database and can be built
 * anew at any time. Safe for concurrent use.
 */
public interface FaceGraph extends AutoCloseable {
    /** Adds faces, or replaces those of the same id. Many at once are added much faster than one by one. */
    void put(Collection<FaceSample> faces);

    void remove(Collection<FaceId> faces);

    int size();

    /** Gathers all faces. The same faces and ties give the same people, in whatever order they came. */
    Gathering gather(Ties ties, GatheringSettings settings);

    /**
     * Gathers those faces that are connected with any of the touched ones, directly or over others in between; these are
     * gathered as {@link #gather(Ties, GatheringSettings)} would, and all other groups stay as they are. Touched faces that
     * are not in the graph, as they were removed, connect nothing: name the faces that were in their groups.
     */
    Gathering gatherAround(Collection<FaceId> touched, Ties ties, GatheringSettings settings);

    @Override
    void close();
}
