package app.heirloom.library.recognition;

import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.event.ChangeId;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.Person;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.recognition.gathering.FaceSample;
import app.heirloom.library.recognition.gathering.Ties;
import app.heirloom.library.user.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The faces of users as recognition sees them: how they look, whose they are, and what was said of them by hand. */
public interface RecognitionRepository {
    /**
     * Faces around which people have to be gathered anew.
     *
     * @param until to be given to {@link #settle}; what is touched later stays
     */
    record Touched(Collection<FaceId> faces, ChangeId until) {}

    /** Whose a face is, and whether that was said by hand. */
    record Standing(@Nullable PersonId person, boolean confirmed) {}

    void touch(UserId owner, Collection<FaceId> faces);

    /** Touches all faces of the owner that a model sees, or only those that are nobody's. */
    void touchAll(UserId owner, boolean onlyOfNobody);

    /** Empty when there are none. */
    Optional<Touched> findTouched(UserId owner);

    void settle(UserId owner, ChangeId until);

    /** The next of the owner's faces that the model sees and nobody hid, in the order of their ids. */
    List<FaceSample> listSamples(UserId owner, ModelId model, FaceId after, int limit);

    /** Those of the faces that the model sees and nobody hid. */
    List<FaceSample> listSamples(ModelId model, Collection<FaceId> faces);

    /** All that {@link #listSamples(UserId, ModelId, FaceId, int)} would tell of. */
    Set<FaceId> listIds(UserId owner, ModelId model);

    Ties ties(UserId owner, ModelId model);

    /** Whether the owner has assets that show what another model saw. */
    boolean showsOther(UserId owner, ModelId model);

    /** Of faces that are gone, nothing. */
    Map<FaceId, Standing> standings(Collection<FaceId> faces);

    /** How many of the person's faces there are, hidden ones left out. */
    long countFaces(PersonId person);

    /** The owner's people without a face of whom nobody ever said anything. */
    List<Person> listForsaken(UserId owner);

    /** Whether anybody said of any face that it is this person's. */
    boolean isConfirmed(PersonId person);

    /**
     * Makes the face this person's or nobody's; says whether it did. It does not where something else was said by hand, and
     * where the person was not born when the photo was taken.
     */
    boolean assign(FaceId face, @Nullable PersonId person);
}
