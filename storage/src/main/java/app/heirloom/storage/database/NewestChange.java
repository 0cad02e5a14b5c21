package app.heirloom.storage.database;

import app.heirloom.library.event.ChangeId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The greatest change id in the database, which the next one must exceed. */
public final class NewestChange {
    /** Tables whose rows carry a change id, led by an index on it or small. */
    private static final List<String> WHOLE = List.of(
            "app_user",
            "asset_exif",
            "user_document",
            "asset_document",
            "asset_text",
            "album",
            "album_user",
            "album_asset",
            "asset_face",
            "deletion");

    /** Tables with an index on owner and change id. */
    private static final List<String> OF_OWNERS = List.of("asset", "stack", "person");

    private NewestChange() {}

    public static String sql() {
        Stream<String> whole = WHOLE.stream().map(table -> newest(table, "true"));
        Stream<String> ofOwners = OF_OWNERS.stream()
                .map(table -> "select (" + newest(table, "owner_id = app_user.id") + ") as change_id from app_user");
        return Stream.concat(whole, ofOwners)
                .map(query -> "select change_id from (" + query + ") newest")
                .collect(Collectors.joining(
                        " union all ",
                        "select change_id from (",
                        ") newest where change_id is not null order by change_id desc limit 1"));
    }

    private static String newest(String table, String condition) {
        return "select change_id from " + table + " where " + condition + " order by change_id desc limit 1";
    }

    public static ChangeId read(Connection connection, Dialect dialect) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql())) {
            UUID newest = rows.next() ? dialect.readUuid(rows, 1) : null;
            return newest == null ? ChangeId.NONE : new ChangeId(newest);
        }
    }
}
