package app.heirloom.storage.database;

import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/** Opens connections that keep their statements and know {@code folded(text)}, as PostgreSQL does by its migrations. */
final class SqliteSource extends SQLiteDataSource {
    private static final String PREFIX = "jdbc:sqlite:";

    SqliteSource(String url, Properties pragmas) {
        super(new SQLiteConfig(pragmas));
        setUrl(url);
    }

    @Override
    public SQLiteConnection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        String url = getUrl();
        SQLiteConnection connection = new SqliteConnection(
                url, url.substring(PREFIX.length()), getConfig().toProperties());
        Function.create(connection, "folded", new Folded(), 1, Function.FLAG_DETERMINISTIC);
        return connection;
    }

    private static final class Folded extends Function {
        @Override
        protected void xFunc() throws SQLException {
            String text = value_text(0);
            if (text == null) {
                result();
            } else {
                result(Folding.fold(text));
            }
        }
    }
}
