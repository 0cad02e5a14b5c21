package app.heirloom.library.recognition;

import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.FaceMove;
import app.heirloom.library.person.FaceRepository;
import app.heirloom.library.person.Person;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.person.PersonRepository;
import app.heirloom.library.person.Portrait;
import app.heirloom.library.person.Portraits;
import app.heirloom.library.person.journal.JournalRepository;
import app.heirloom.library.person.journal.JournalRepository.Act;
import app.heirloom.library.person.journal.JournalRepository.Fate;
import app.heirloom.library.person.journal.JournalRepository.PersonChange;
import app.heirloom.library.person.profile.PersonProfile;
import app.heirloom.library.recognition.PeoplePlan.Move;
import app.heirloom.library.recognition.ResemblanceRepository.Resemblance;
import app.heirloom.library.recognition.gathering.Gathering;
import app.heirloom.library.recognition.gathering.GatheringSettings;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.UserId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Makes a user's people those that were gathered. It writes a portion at a time, so that others get to write between; what
 * is cut off is gathered again, and what somebody says meanwhile by hand stands.
 */
public final class GatheredPeople {
    private static final int PORTION = 200;

    private final Rows rows;
    private final Portraits portraits;
    private final Transactions transactions;
    private final InstantSource clock;

    /** What it reads and writes. */
    public record Rows(
            RecognitionRepository recognition,
            PersonRepository persons,
            FaceRepository faces,
            JournalRepository journal,
            ResemblanceRepository resemblances) {}

    public GatheredPeople(Rows rows, Portraits portraits, Transactions transactions, InstantSource clock) {
        this.rows = rows;
        this.portraits = portraits;
        this.transactions = transactions;
        this.clock = clock;
    }

    void apply(UserId owner, Gathering gathering, GatheringSettings settings) {
        PeoplePlan plan = transactions.read(() -> plan(gathering, settings));
        if (!plan.moves().isEmpty()) {
            long entry = transactions.write(() -> rows.journal().open(owner, Act.RECOGNITION, clock.instant()));
            for (int from = 0; from < plan.moves().size(); from += PORTION) {
                List<Move> portion = plan.moves()
                        .subList(from, Math.min(from + PORTION, plan.moves().size()));
                transactions.run(() -> portion.forEach(move -> make(owner, entry, plan, move)));
            }
            lost(plan).forEach(person -> transactions.run(() -> removeIfEmpty(person, entry)));
        }
        transactions.run(() -> saveResemblances(owner, gathering, plan));
    }

    private PeoplePlan plan(Gathering gathering, GatheringSettings settings) {
        List<FaceId> involved = new ArrayList<>(gathering.alone());
        gathering.groups().forEach(involved::addAll);
        return PeoplePlan.of(
                gathering,
                rows.recognition().standings(involved),
                rows.recognition()::isConfirmed,
                settings.leastFaces());
    }

    private void make(UserId owner, long entry, PeoplePlan plan, Move move) {
        PersonId to = move.to();
        if (to != null && plan.added().contains(to)) {
            addIfMissing(owner, to, entry);
        }
        if (rows.recognition().assign(move.face(), to)) {
            rows.journal().note(entry, new FaceMove(move.face(), move.from(), to, false));
            if (move.from() != null) {
                portraits.lost(move.from(), move.face());
            }
            if (to != null) {
                rows.faces().find(move.face()).ifPresent(face -> portraits.gained(to, face));
            }
        }
    }

    private void addIfMissing(UserId owner, PersonId id, long entry) {
        if (rows.persons().find(id).isEmpty()) {
            var person = new Person(id, owner, PersonProfile.UNKNOWN, Portrait.NONE, clock.instant(), clock.instant());
            rows.persons().add(person);
            rows.journal().note(entry, new PersonChange(person, Fate.ADDED));
        }
    }

    private static Set<PersonId> lost(PeoplePlan plan) {
        var lost = new LinkedHashSet<PersonId>();
        plan.moves().stream().map(Move::from).filter(Objects::nonNull).forEach(lost::add);
        return lost;
    }

    /** Only whom no person ever touched: who has a name or a mark stays, without faces. */
    private void removeIfEmpty(PersonId id, long entry) {
        rows.persons()
                .find(id)
                .filter(person -> person.profile().equals(PersonProfile.UNKNOWN)
                        && !person.portrait().chosen()
                        && rows.recognition().countFaces(id) == 0)
                .ifPresent(person -> {
                    rows.journal().note(entry, new PersonChange(person, Fate.REMOVED));
                    rows.persons().remove(person);
                });
    }

    private void saveResemblances(UserId owner, Gathering gathering, PeoplePlan plan) {
        List<PersonId> people =
                plan.people().stream().filter(Objects::nonNull).distinct().toList();
        List<Resemblance> found = gathering.resemblances().stream()
                .<Resemblance>mapMulti((resemblance, next) -> {
                    PersonId one = plan.people().get(resemblance.one());
                    PersonId other = plan.people().get(resemblance.other());
                    if (one != null && other != null && !one.equals(other)) {
                        next.accept(new Resemblance(one, other, resemblance.similarity()));
                    }
                })
                .toList();
        rows.resemblances().save(owner, people, found);
    }
}
