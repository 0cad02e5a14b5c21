package app.heirloom.storage.sql.person;

import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.FaceMove;
import app.heirloom.library.person.Person;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.person.Portrait;
import app.heirloom.library.person.journal.JournalRepository;
import app.heirloom.library.person.profile.PersonProfile;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public final class SqlJournalRepository implements JournalRepository {
    private static final String SELECT = """
            select number, act, at, undone_at,
              (select count(*) from journal_face where journal_number = number),
              (select count(*) from journal_person where journal_number = number)
            from recognition_journal where owner_id = ?
            """;

    private final Database database;

    public SqlJournalRepository(Database database) {
        this.database = database;
    }

    @Override
    public long open(UserId owner, Act act, Instant at) {
        return database.find(
                        "insert into recognition_journal (owner_id, at, act) values (?, ?, ?) returning number",
                        Row::number,
                        owner.value(),
                        at,
                        act)
                .orElseThrow();
    }

    @Override
    public void note(long entry, FaceMove move) {
        database.update(
                "insert into journal_face values (?, ?, ?, ?, ?) on conflict do nothing",
                entry,
                move.face().value(),
                value(move.from()),
                value(move.to()),
                move.wasConfirmed());
    }

    @Override
    public void note(long entry, PersonChange change) {
        Person before = change.before();
        PersonProfile profile = before.profile();
        LocalDate birthDate = profile.birthDate();
        database.update(
                "insert into journal_person values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                entry,
                before.id().value(),
                change.fate(),
                profile.name(),
                birthDate == null ? null : birthDate.toEpochDay(),
                profile.color(),
                profile.hidden(),
                profile.favorite(),
                before.created());
    }

    @Override
    public List<Entry> list(UserId owner, int limit) {
        return database.list(
                SELECT + "order by number desc limit ?", SqlJournalRepository::entry, owner.value(), limit);
    }

    @Override
    public Optional<Entry> find(UserId owner, long number) {
        return database.find(SELECT + "and number = ?", SqlJournalRepository::entry, owner.value(), number);
    }

    @Override
    public List<FaceMove> listMoves(long entry) {
        return database.list(
                """
                select face_id, from_person_id, to_person_id, was_confirmed from journal_face
                where journal_number = ? order by face_id
                """,
                row -> new FaceMove(
                        new FaceId(row.uuid()),
                        FaceRows.person(row.uuidOrNull()),
                        FaceRows.person(row.uuidOrNull()),
                        row.flag()),
                entry);
    }

    @Override
    public List<PersonChange> listChanges(UserId owner, long entry) {
        return database.list(
                """
                select fate, person_id, name, birth_day, color, is_hidden, is_favorite, created_at
                from journal_person where journal_number = ? order by person_id
                """,
                row -> {
                    Fate fate = row.constant(Fate.class);
                    return new PersonChange(person(owner, row), fate);
                },
                entry);
    }

    @Override
    public void close(long entry, Instant undone) {
        database.update("update recognition_journal set undone_at = ? where number = ?", undone, entry);
    }

    @Override
    public boolean forgetOldest(Instant before) {
        return database.update("""
                delete from recognition_journal
                where number = (select number from recognition_journal where at < ? order by number limit 1)
                """, before) > 0;
    }

    private static Entry entry(Row row) {
        return new Entry(
                row.number(), row.constant(Act.class), row.instant(), row.instantOrNull(), row.number(), row.number());
    }

    private static Person person(UserId owner, Row row) {
        PersonId id = new PersonId(row.uuid());
        String name = row.text();
        Long day = row.numberOrNull();
        LocalDate birthDate = day == null ? null : LocalDate.ofEpochDay(day);
        var profile = new PersonProfile(name, birthDate, row.textOrNull(), row.flag(), row.flag());
        Instant created = row.instant();
        return new Person(id, owner, profile, Portrait.NONE, created, created);
    }

    private static @Nullable UUID value(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }
}
