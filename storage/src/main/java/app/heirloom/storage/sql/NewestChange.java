package app.heirloom.storage.sql;

import app.heirloom.library.event.ChangeId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** The greatest change id in the database, which the next one must exceed. */
final class NewestChange {
    /** Tables whose rows carry a change id, led by an index on it or small. */
    static final String SQL = """
            select change_id from (
              select change_id from (select change_id from app_user order by change_id desc limit 1) a
              union all select change_id from (select change_id from asset order by change_id desc limit 1) b
              union all select change_id from (select change_id from asset_exif order by change_id desc limit 1) c
            ) newest order by change_id desc limit 1
            """;

    private NewestChange() {}

    static ChangeId read(Connection connection, Dialect dialect) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SQL)) {
            UUID newest = rows.next() ? dialect.readUuid(rows, 1) : null;
            return newest == null ? ChangeId.NONE : new ChangeId(newest);
        }
    }
}
