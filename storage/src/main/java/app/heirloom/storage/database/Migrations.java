package app.heirloom.storage.database;

import app.heirloom.library.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Brings a database's schema up to date, a numbered file at a time, each in one transaction. When there is nothing to
 * do, it costs one query.
 */
public final class Migrations {
    /** In order; a file that was released is never changed again. */
    private static final List<String> FILES = List.of(
            "001-library.sql",
            "002-organising.sql",
            "003-recognition.sql",
            "004-albums.sql",
            "005-gallery.sql",
            "006-resolutions.sql",
            "007-texts.sql",
            "008-removed.sql",
            "010-moments.sql",
            "011-births.sql",
            "012-fingerprints.sql");

    private static final String[] TABLES = {"TABLE"};

    private final Dialect dialect;
    private final List<String> files;

    public Migrations(Dialect dialect) {
        this(dialect, FILES.size());
    }

    /** Only the first so many files, as an older version would. */
    public Migrations(Dialect dialect, int count) {
        this(dialect, FILES.subList(0, count));
    }

    /** Those of another kind of database, by their names below the dialect's folder. */
    public Migrations(Dialect dialect, List<String> files) {
        this.dialect = dialect;
        this.files = List.copyOf(files);
    }

    public void run(Connection connection) throws SQLException {
        dialect.beginMigration(connection);
        try {
            migrate(connection);
        } finally {
            dialect.endMigration(connection);
        }
    }

    private void migrate(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists schema_version"
                    + " (version integer primary key not null, name text not null, checksum bigint not null)");
            int applied = checkApplied(statement);
            if (applied == 0) {
                requireOwn(connection);
            }
            for (String file : files.subList(applied, files.size())) {
                apply(connection, statement, file);
            }
            statement.execute("commit");
        } catch (SQLException | RuntimeException e) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("rollback");
            }
            throw e;
        }
    }

    /** How many of the files the database has; refuses a database that is newer than this program, or altered. */
    private int checkApplied(Statement statement) throws SQLException {
        int applied = 0;
        try (ResultSet rows =
                statement.executeQuery("select version, name, checksum from schema_version order by version")) {
            while (rows.next()) {
                if (rows.getInt(1) > files.size()) {
                    throw ErrorCode.DATABASE.exception("The database was written by a newer Heirloom (its schema has "
                            + rows.getString(2) + "). Start that version or a newer one.");
                }
                if (rows.getLong(3) != checksum(read(files.get(applied)))) {
                    throw ErrorCode.DATABASE.exception("The migration " + rows.getString(2)
                            + " differs from the one that made this database. Start the version that made it.");
                }
                applied++;
            }
        }
        return applied;
    }

    /** Refuses a database that another program made, before anything is added to it. */
    static void requireOwn(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), "%", TABLES)) {
            while (tables.next()) {
                String table = tables.getString("TABLE_NAME");
                if (!table.equals("schema_version")) {
                    throw ErrorCode.DATABASE.exception("The database belongs to another program: it has a table "
                            + table + ". Give Heirloom a database of its own; nothing was changed.");
                }
            }
        }
    }

    private void apply(Connection connection, Statement statement, String file) throws SQLException {
        String script = read(file);
        statement.executeUpdate(script);
        try (PreparedStatement insert = connection.prepareStatement("insert into schema_version values (?, ?, ?)")) {
            insert.setInt(1, files.indexOf(file) + 1);
            insert.setString(2, file);
            insert.setLong(3, checksum(script));
            insert.executeUpdate();
        }
    }

    private String read(String file) {
        String path = dialect.migrations() + "/" + file;
        try (InputStream script = Migrations.class.getResourceAsStream(path)) {
            if (script == null) {
                throw new IllegalStateException("the program lacks its migration " + path);
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long checksum(String script) {
        CRC32 crc = new CRC32();
        crc.update(script.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
