package app.heirloom.library.recognition;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.person.FaceDecisions;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.FaceMove;
import app.heirloom.library.person.Person;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.person.PersonRepository;
import app.heirloom.library.person.journal.JournalRepository;
import app.heirloom.library.person.journal.JournalRepository.Entry;
import app.heirloom.library.person.journal.JournalRepository.Fate;
import app.heirloom.library.person.journal.JournalRepository.PersonChange;
import app.heirloom.library.person.profile.PersonProfile;
import app.heirloom.library.recognition.RecognitionRepository.Standing;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import app.heirloom.library.user.UserId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What recognition and its users did to people, and the way back. What is undone is a decision by hand: recognition does
 * not do it again.
 */
public final class PeopleHistory {
    private static final int MAX_LISTED = 100;

    private final JournalRepository journal;
    private final PersonRepository persons;
    private final RecognitionRepository recognition;
    private final FaceDecisions decisions;
    private final Transactions transactions;
    private final InstantSource clock;

    public PeopleHistory(
            JournalRepository journal,
            PersonRepository persons,
            RecognitionRepository recognition,
            FaceDecisions decisions,
            Transactions transactions,
            InstantSource clock) {
        this.journal = journal;
        this.persons = persons;
        this.recognition = recognition;
        this.decisions = decisions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The youngest first. */
    public List<Entry> list(Caller caller) {
        caller.require(Permission.PERSON_READ);
        return transactions.read(() -> journal.list(caller.id(), MAX_LISTED));
    }

    /**
     * Puts back what the act changed, as far as nobody changed it since.
     *
     * @throws app.heirloom.library.error.HeirloomException NO_ACCESS when the user has no such act; INVALID when it is
     *     undone already
     */
    public void undo(Caller caller, long number) {
        caller.require(Permission.PERSON_MERGE);
        UserId owner = caller.id();
        transactions.run(() -> {
            Entry entry = journal.find(owner, number)
                    .orElseThrow(() -> ErrorCode.NO_ACCESS.exception(
                            "Not found or no " + Permission.PERSON_MERGE.dottedName() + " access"));
            if (entry.undone() != null) {
                throw ErrorCode.INVALID.exception("This was undone already");
            }
            List<PersonChange> changes = journal.listChanges(owner, number);
            changes.forEach(this::restore);
            List<FaceMove> moves = journal.listMoves(number);
            Map<FaceId, Standing> standings =
                    recognition.standings(moves.stream().map(FaceMove::face).toList());
            moves.stream()
                    .filter(move -> isUntouched(move, standings.get(move.face())))
                    .forEach(move -> decisions.restore(owner, move));
            changes.stream().filter(change -> change.fate() == Fate.ADDED).forEach(this::removeIfForsaken);
            journal.close(number, clock.instant());
        });
    }

    private static boolean isUntouched(FaceMove move, @Nullable Standing standing) {
        return standing != null && Objects.equals(standing.person(), move.to());
    }

    private void restore(PersonChange change) {
        Person before = change.before();
        switch (change.fate()) {
            case REMOVED -> {
                if (persons.find(before.id()).isEmpty()) {
                    persons.add(before);
                }
            }
            case CHANGED ->
                persons.find(before.id())
                        .ifPresent(now -> persons.save(now.withProfile(before.profile(), clock.instant())));
            case ADDED -> {
                // goes once its faces are gone
            }
        }
    }

    private void removeIfForsaken(PersonChange change) {
        PersonId id = change.before().id();
        persons.find(id)
                .filter(person -> person.profile().equals(PersonProfile.UNKNOWN) && recognition.countFaces(id) == 0)
                .ifPresent(persons::remove);
    }
}
