package app.heirloom.library.person.journal;

import app.heirloom.library.asset.Outcome;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.person.FaceDecisions;
import app.heirloom.library.person.Person;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.person.PersonRepository;
import app.heirloom.library.person.journal.JournalRepository.Fate;
import app.heirloom.library.person.journal.JournalRepository.PersonChange;
import app.heirloom.library.person.profile.PersonProfile;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes one person of several: it takes over their faces, and of what is said of them what it lacks itself. */
public final class PersonMerge {
    private final PersonRepository persons;
    private final JournalRepository journal;
    private final FaceDecisions decisions;
    private final Transactions transactions;
    private final InstantSource clock;

    public PersonMerge(
            PersonRepository persons,
            JournalRepository journal,
            FaceDecisions decisions,
            Transactions transactions,
            InstantSource clock) {
        this.persons = persons;
        this.journal = journal;
        this.decisions = decisions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Merges the others into the target, one after the other, and tells what became of each, in the order given.
     *
     * @throws app.heirloom.library.error.HeirloomException NO_ACCESS when the target is not the caller's; INVALID when
     *     it is among the others
     */
    public List<Outcome> merge(Caller caller, PersonId target, List<PersonId> others) {
        caller.require(Permission.PERSON_MERGE);
        if (others.contains(target)) {
            throw ErrorCode.INVALID.exception("A person cannot be merged into itself");
        }
        return transactions.write(() -> {
            Person merged = persons.get(caller.id(), target, Permission.PERSON_MERGE);
            PersonProfile profile = merged.profile();
            long entry = journal.open(caller.id(), JournalRepository.Act.MERGE, clock.instant());
            journal.note(entry, new PersonChange(merged, Fate.CHANGED));
            List<Outcome> outcomes = new ArrayList<>();
            for (PersonId id : others) {
                Optional<Person> other =
                        persons.find(id).filter(one -> one.owner().equals(caller.id()));
                outcomes.add(
                        other.isPresent()
                                ? Outcome.changed(id.value())
                                : Outcome.refused(id.value(), Outcome.Refusal.NO_PERMISSION));
                if (other.isPresent()) {
                    profile = profile.merged(other.get().profile());
                    journal.note(entry, new PersonChange(other.get(), Fate.REMOVED));
                    decisions.unite(other.get(), target).forEach(move -> journal.note(entry, move));
                    persons.remove(other.get());
                }
            }
            Person united = merged.withProfile(profile, clock.instant());
            persons.save(united);
            if (outcomes.stream().anyMatch(outcome -> outcome.refusal() == null)) {
                decisions.confirm(united);
            }
            decisions.portraits().renew(target);
            if (profile.isNamed()) {
                decisions.renamed(target);
            }
            return outcomes;
        });
    }
}
