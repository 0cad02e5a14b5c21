package app.heirloom.storage.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteConnectionTest {
    private static final String ADD = "insert into word (number, text) values (?, ?)";
    private static final String LIST = "select number, text from word where number >= ? order by number";

    @TempDir
    Path folder;

    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = connect();
        run("pragma journal_mode = wal", connection);
        run("create table word (number integer primary key, text text)", connection);
        for (int number = 1; number <= 3; number++) {
            add(number, "word " + number);
        }
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void aClosedStatementIsThereForWhoeverPreparesTheSame() throws SQLException {
        PreparedStatement first = rested(LIST);
        assertThat(rested(LIST)).isSameAs(first);
        assertThat(list(2)).containsExactly("word 2", "word 3");
        assertThat(list(3)).containsExactly("word 3");
    }

    @Test
    void sqlRunsInItselfWhileItsRowsAreRead() throws SQLException {
        List<String> read = new ArrayList<>();
        try (PreparedStatement outer = connection.prepareStatement(LIST)) {
            outer.setInt(1, 1);
            try (ResultSet rows = outer.executeQuery()) {
                while (rows.next()) {
                    read.add(rows.getString(2) + list(rows.getInt(1)));
                }
            }
        }
        assertThat(read).containsExactly("word 1[word 1, word 2, word 3]", "word 2[word 2, word 3]", "word 3[word 3]");
        assertThat(rested(LIST)).as("of two, one is kept").isSameAs(rested(LIST));
    }

    @Test
    void argumentsDoNotReachTheNext() throws SQLException {
        assertThat(list(1)).hasSize(3);
        try (PreparedStatement bare = connection.prepareStatement(LIST);
                ResultSet rows = bare.executeQuery()) {
            assertThat(rows.next()).as("a number that is at least nothing").isFalse();
        }
        try (PreparedStatement half = connection.prepareStatement(ADD)) {
            half.setInt(1, 4);
            half.executeUpdate();
        }
        assertThat(list(4)).containsExactly((String) null);
        try (PreparedStatement batch = connection.prepareStatement(ADD)) {
            batch.setInt(1, 5);
            batch.addBatch();
        }
        try (PreparedStatement next = connection.prepareStatement(ADD)) {
            assertThat(next.executeBatch()).isEmpty();
        }
    }

    @Test
    void whatFailedFailsNobodyElse() throws SQLException {
        assertThatThrownBy(() -> add(1, "again")).hasMessageContaining("UNIQUE");
        add(4, "word 4");
        String parsed = "select json(?)";
        assertThatThrownBy(() -> json(parsed, "{")).hasMessageContaining("malformed");
        assertThat(json(parsed, "[ ]")).isEqualTo("[]");
        assertThat(list(4)).containsExactly("word 4");
    }

    @Test
    void onlySoManyAreKeptAndNoneThatIsVeryLong() throws SQLException {
        PreparedStatement oldest = rested("select 0");
        PreparedStatement second = rested("select 1");
        for (int i = 2; i <= SqliteConnection.MAX_RESTING; i++) {
            rested("select " + i);
        }
        assertThat(rested("select 1")).isSameAs(second);
        assertThat(oldest.isClosed()).isTrue();
        assertThat(rested("select 0")).isNotSameAs(oldest);
        PreparedStatement lengthy = rested("select 1" + " ".repeat(SqliteConnection.MAX_LENGTH));
        assertThat(lengthy.isClosed()).isTrue();
    }

    @Test
    void aReadThatIsOverLeavesTheLogToItsWriter() throws SQLException {
        try (Connection reader = connect()) {
            reader.setAutoCommit(false);
            try (PreparedStatement some = reader.prepareStatement(LIST)) {
                some.setInt(1, 1);
                ResultSet rows = some.executeQuery();
                assertThat(rows.next()).isTrue(); // and no further
            }
            reader.rollback();
            add(4, "word 4");
            try (Statement statement = connection.createStatement();
                    ResultSet checkpoint = statement.executeQuery("pragma wal_checkpoint(truncate)")) {
                assertThat(checkpoint.next()).isTrue();
                assertThat(checkpoint.getInt(1))
                        .as("whether somebody was in the way")
                        .isZero();
            }
            assertThat(folder.resolve("words.db-wal")).isEmptyFile();
        }
    }

    @Test
    void keptStatementsFollowTheSchema() throws SQLException {
        String all = "select count(*) from word";
        try (Connection reader = connect()) {
            assertThat(count(all, reader)).isEqualTo(3);
            assertThat(list(1)).hasSize(3);
            run("create table other (number integer primary key, text text, more text)", connection);
            run("insert into other select number, 'new ' || text, 'more' from word where number > 1", connection);
            run("drop table word", connection);
            assertThatThrownBy(() -> count(all, reader)).hasMessageContaining("no such table");
            run("alter table other rename to word", connection);
            assertThat(list(1)).containsExactly("new word 2", "new word 3");
            assertThat(count(all, reader)).isEqualTo(2);
        }
    }

    private Connection connect() throws SQLException {
        return new SqliteSource("jdbc:sqlite:" + folder.resolve("words.db"), new Properties()).getConnection();
    }

    private PreparedStatement rested(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.close();
        return statement;
    }

    private void add(int number, String text) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setInt(1, number);
            statement.setString(2, text);
            statement.executeUpdate();
        }
    }

    private List<String> list(int from) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LIST)) {
            statement.setInt(1, from);
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString("text"));
                }
            }
            return texts;
        }
    }

    private String json(String sql, String argument) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, argument);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static int count(String sql, Connection reader) throws SQLException {
        try (PreparedStatement statement = reader.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void run(String sql, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
