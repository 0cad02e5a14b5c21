package app.heirloom.library.recognition;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.person.FaceDecisions;
import app.heirloom.library.person.Person;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.person.PersonRepository;
import app.heirloom.library.person.journal.PersonMerge;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import java.util.List;

/** Asks users of people who are alike whether they are one, and remembers the answer. */
public final class PersonReview {
    private static final int MAX_LISTED = 100;

    private final ResemblanceRepository resemblances;
    private final PersonRepository persons;
    private final FaceDecisions decisions;
    private final PersonMerge merge;
    private final Transactions transactions;

    /**
     * Two people who may be one.
     *
     * @param similarity mean cosine similarity between their faces
     */
    public record Question(Person one, Person other, double similarity) {}

    public PersonReview(
            ResemblanceRepository resemblances,
            PersonRepository persons,
            FaceDecisions decisions,
            PersonMerge merge,
            Transactions transactions) {
        this.resemblances = resemblances;
        this.persons = persons;
        this.decisions = decisions;
        this.merge = merge;
        this.transactions = transactions;
    }

    /** The most alike first. */
    public List<Question> list(Caller caller) {
        caller.require(Permission.PERSON_READ);
        return transactions.read(() -> resemblances.list(caller.id(), MAX_LISTED).stream()
                .map(found -> new Question(
                        persons.get(caller.id(), found.one(), Permission.PERSON_READ),
                        persons.get(caller.id(), found.other(), Permission.PERSON_READ),
                        found.similarity()))
                .toList());
    }

    /** They are one: the first takes the second over, or is taken over when only the second has a name. */
    public void accept(Caller caller, PersonId one, PersonId other) {
        caller.require(Permission.PERSON_MERGE);
        boolean isOtherKept = transactions.read(() -> {
            Person first = persons.get(caller.id(), one, Permission.PERSON_MERGE);
            Person second = persons.get(caller.id(), other, Permission.PERSON_MERGE);
            return second.profile().isNamed() && !first.profile().isNamed();
        });
        merge.merge(caller, isOtherKept ? other : one, List.of(isOtherKept ? one : other));
    }

    /** They are two, and no machine makes them one. */
    public void reject(Caller caller, PersonId one, PersonId other) {
        caller.require(Permission.PERSON_UPDATE);
        if (one.equals(other)) {
            throw ErrorCode.INVALID.exception("A person does not differ from itself");
        }
        transactions.run(() -> {
            persons.get(caller.id(), one, Permission.PERSON_UPDATE);
            persons.get(caller.id(), other, Permission.PERSON_UPDATE);
            decisions.distinguish(caller.id(), one, other);
            resemblances.remove(one, other);
        });
    }
}
