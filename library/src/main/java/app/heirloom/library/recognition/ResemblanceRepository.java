package app.heirloom.library.recognition;

import app.heirloom.library.person.PersonId;
import app.heirloom.library.user.UserId;
import java.util.Collection;
import java.util.List;

/** People who may be one. */
public interface ResemblanceRepository {
    /**
     * Two people who are alike.
     *
     * @param similarity mean cosine similarity between their faces
     */
    record Resemblance(PersonId one, PersonId other, double similarity) {}

    /** What is known now of these people's resemblances, in the place of what was. */
    void save(UserId owner, Collection<PersonId> people, List<Resemblance> found);

    /** The most alike first; those with hidden people left out. */
    List<Resemblance> list(UserId owner, int limit);

    /** Forgets it, whichever of the two comes first. */
    void remove(PersonId one, PersonId other);
}
