package app.heirloom.storage.sql.person;

import app.heirloom.library.person.PersonId;
import app.heirloom.library.recognition.ResemblanceRepository;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Database;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

public final class SqlResemblanceRepository implements ResemblanceRepository {
    private final Database database;

    public SqlResemblanceRepository(Database database) {
        this.database = database;
    }

    @Override
    public void save(UserId owner, Collection<PersonId> people, List<Resemblance> found) {
        for (PersonId person : people) {
            database.update(
                    "delete from resemblance where one_person_id = ? or other_person_id = ?",
                    person.value(),
                    person.value());
        }
        for (Resemblance resemblance : found) {
            database.update(
                    "insert into resemblance values (?, ?, ?, ?) on conflict do nothing",
                    owner.value(),
                    lesser(resemblance.one(), resemblance.other()),
                    greater(resemblance.one(), resemblance.other()),
                    resemblance.similarity());
        }
    }

    @Override
    public List<Resemblance> list(UserId owner, int limit) {
        return database.list(
                """
                select one_person_id, other_person_id, similarity from resemblance
                join person one on one.id = one_person_id join person other on other.id = other_person_id
                where resemblance.owner_id = ? and not one.is_hidden and not other.is_hidden
                order by similarity desc, one_person_id, other_person_id limit ?
                """,
                row -> new Resemblance(new PersonId(row.uuid()), new PersonId(row.uuid()), row.real()),
                owner.value(),
                limit);
    }

    @Override
    public void remove(PersonId one, PersonId other) {
        database.update(
                "delete from resemblance where one_person_id = ? and other_person_id = ?",
                lesser(one, other),
                greater(one, other));
    }

    private static UUID lesser(PersonId one, PersonId other) {
        return one.value().compareTo(other.value()) < 0 ? one.value() : other.value();
    }

    private static UUID greater(PersonId one, PersonId other) {
        return one.value().compareTo(other.value()) < 0 ? other.value() : one.value();
    }
}
