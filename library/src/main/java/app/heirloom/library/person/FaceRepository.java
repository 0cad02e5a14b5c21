package app.heirloom.library.person;

import app.heirloom.library.asset.AssetId;
import java.util.List;
import java.util.Optional;

/** Faces. Every change takes a new change id; hidden faces are found no more, unless it says otherwise. */
public interface FaceRepository {
    Optional<Face> find(FaceId id);

    /** From left to right. */
    List<Face> list(AssetId asset);

    /** Those that were read from the file, hidden ones included. */
    List<Face> listRead(AssetId asset);

    /** The person's face, if it is one and may be shown: on an asset of the timeline or the archive, not in the trash. */
    Optional<Face> findPresentable(PersonId person, FaceId id);

    /** Of the person's faces that may be shown, the one that covers most of its picture. */
    Optional<Face> findLargest(PersonId person);

    void add(Face face);

    /** Says whose face it is. */
    void assign(FaceId id, PersonId person);

    /** Makes all faces of the one person the other's. */
    void assignAll(PersonId from, PersonId to);

    /** Keeps the face, hidden and of nobody, so that it is not found in the picture again. */
    void hide(FaceId id);

    void remove(FaceId id);
}
