package app.heirloom.library.person.journal;

import app.heirloom.library.person.FaceMove;
import app.heirloom.library.person.Person;
import app.heirloom.library.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers what was done to people, with what it takes to undo it. */
public interface JournalRepository {
    /** What can be done. The names are stored: never rename one. */
    enum Act {
        /** Faces were gathered by recognition. */
        RECOGNITION,
        /** People were made one. */
        MERGE
    }

    /** What became of a person. The names are stored: never rename one. */
    enum Fate {
        ADDED,
        CHANGED,
        REMOVED
    }

    /** An act, and how many faces and people it changed. */
    record Entry(long number, Act act, Instant at, @Nullable Instant undone, long faces, long people) {}

    /** A person as it was before the act, without its portrait; one that was added is as it began. */
    record PersonChange(Person before, Fate fate) {}

    /** Begins an entry and returns its number. */
    long open(UserId owner, Act act, Instant at);

    void note(long entry, FaceMove move);

    /** Only the first change of a person in an entry counts. */
    void note(long entry, PersonChange change);

    /** The owner's acts, the youngest first. */
    List<Entry> list(UserId owner, int limit);

    Optional<Entry> find(UserId owner, long number);

    List<FaceMove> listMoves(long entry);

    List<PersonChange> listChanges(UserId owner, long entry);

    void close(long entry, Instant undone);

    /** Forgets the oldest of the acts from before, of whomever; tells whether there was one. */
    boolean forgetOldest(Instant before);
}
