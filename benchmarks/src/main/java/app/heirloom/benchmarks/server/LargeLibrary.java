package app.heirloom.benchmarks.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.sqlite.SQLiteDataSource;

/**
 * Fills the database of a library with a million assets of its one user, without their files. The newest month holds
 * 5,600 of them, and each month before it twelve fewer. All of them lie in albums, a thousand in each.
 */
final class LargeLibrary {
    static final int SIZE = 1_000_000;
    static final int LARGEST_MONTH = 5_600;
    static final YearMonth NEWEST_MONTH = YearMonth.of(2024, 12);
    private static final Pattern END = Pattern.compile(";\\s*\\n\\n|;\\s*$");

    private LargeLibrary() {}

    /** The database must have its user, and no server may run on it. A crash leaves it useless. */
    static void fill(Path database) throws IOException {
        var source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + database);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("pragma synchronous = off");
            statement.execute("pragma cache_size = -400000");
            statement.execute("begin");
            List<Index> indexes = indexes(statement);
            for (Index index : indexes) {
                statement.execute("drop index " + index.name());
            }
            for (String sql : END.splitAsStream(script()).toList()) {
                statement.execute(sql);
            }
            for (Index index : indexes) {
                statement.execute(index.sql());
            }
            statement.execute("commit");
        } catch (SQLException e) {
            throw new IOException("Cannot fill " + database, e);
        }
    }

    private record Index(String name, String sql) {}

    /** Those of the large tables, which are quicker to make at the end. */
    private static List<Index> indexes(Statement statement) throws SQLException {
        var found = new ArrayList<Index>();
        try (ResultSet rows = statement.executeQuery("""
                select name, sql from sqlite_master where type = 'index' and sql is not null
                  and tbl_name in ('asset', 'asset_exif', 'album_asset')
                """)) {
            while (rows.next()) {
                found.add(new Index(rows.getString(1), rows.getString(2)));
            }
        }
        return found;
    }

    private static String script() throws IOException {
        try (InputStream script = Objects.requireNonNull(LargeLibrary.class.getResourceAsStream("large-library.sql"))) {
            return new String(script.readAllBytes(), UTF_8);
        }
    }
}
