package app.heirloom.library.person;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.metadata.sidecar.NamedFaces;
import app.heirloom.library.user.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Faces. Every change takes a new change id; hidden faces are found no more, unless it says otherwise. */
public interface FaceRepository extends NamedFaces {
    Optional<Face> find(FaceId id);

    /** From left to right. */
    List<Face> list(AssetId asset);

    /** Those that were read from the file, hidden ones included. */
    List<Face> listRead(AssetId asset);

    /** The person's face, if it is one and may be shown: on an asset of the timeline or the archive, not in the trash. */
    Optional<Face> findPresentable(PersonId person, FaceId id);

    /** Of the person's faces that may be shown, the one that covers most of its picture. */
    Optional<Face> findLargest(PersonId person);

    /** The assets on which somebody said that the person is seen. */
    List<AssetId> listConfirmed(PersonId person);

    void add(Face face);

    /** Some of the person's faces, those that a model sees best first. */
    List<FaceId> listBest(PersonId person, int limit);

    /** Says by hand whose face it is; that it was said to differ from faces of this person is forgotten. */
    void assign(FaceId id, PersonId person);

    /** Makes all faces of the one person the other's, and tells which they are. */
    List<FaceMove> assignAll(PersonId from, PersonId to);

    /** Makes the face nobody's. */
    void release(FaceId id);

    /** Says by hand that all the faces that the person has are this person's. */
    void confirmAll(PersonId person);

    /**
     * Takes back that faces are this person's, on assets that were captured before the instant, and tells which. What was
     * said of a face alone stands.
     */
    List<Face> doubt(PersonId person, Instant before);

    /** Says that the face is not of the person of any of the others. */
    void distinguish(UserId owner, FaceId id, Collection<FaceId> others);

    /** Keeps the face, hidden and of nobody, so that it is not found in the picture again; what a model made of it goes. */
    void hide(FaceId id);

    void remove(FaceId id);
}
