package app.heirloom.storage.sql.person;

import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.Person;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.person.Portrait;
import app.heirloom.library.person.profile.PersonProfile;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Row;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads people out of rows, for every repository that selects them. */
final class PersonRows {
    /** What {@link #person} reads. */
    static final String COLUMNS = """
            person.id, person.owner_id, person.name, birth_day, color, is_hidden, person.is_favorite,
            feature_face_id, is_feature_chosen, thumbnail_key, person.created_at, person.updated_at
            """;

    private PersonRows() {}

    static Person person(Row row) {
        return new Person(
                new PersonId(row.uuid()),
                new UserId(row.uuid()),
                new PersonProfile(row.text(), birthDate(row), row.textOrNull(), row.flag(), row.flag()),
                portrait(row),
                row.instant(),
                row.instant());
    }

    static @Nullable LocalDate birthDate(Row row) {
        Long day = row.numberOrNull();
        return day == null ? null : LocalDate.ofEpochDay(day);
    }

    private static Portrait portrait(Row row) {
        UUID face = row.uuidOrNull();
        boolean chosen = row.flag();
        String thumbnail = row.textOrNull();
        return new Portrait(
                face == null ? null : new FaceId(face), chosen, thumbnail == null ? null : new BlobKey(thumbnail));
    }
}
