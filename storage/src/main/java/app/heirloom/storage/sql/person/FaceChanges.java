package app.heirloom.storage.sql.person;

import app.heirloom.library.person.PersonId;
import app.heirloom.storage.database.Database;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Moves faces between people, a change id for each, so that a client may stop between any two of them. */
final class FaceChanges {
    private FaceChanges() {}

    /** Makes all faces of the one person the other's, or nobody's. */
    static void assignAll(Database database, PersonId from, @Nullable PersonId to) {
        List<UUID> faces =
                database.list("select id from asset_face where person_id = ?", row -> row.uuid(), from.value());
        faces.forEach(face -> assign(database, face, to));
    }

    static void assign(Database database, UUID face, @Nullable PersonId to) {
        database.update(
                "update asset_face set person_id = ?, change_id = ? where id = ?",
                to == null ? null : to.value(),
                database.nextChange(),
                face);
    }
}
