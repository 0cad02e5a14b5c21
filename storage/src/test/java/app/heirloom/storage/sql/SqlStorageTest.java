package app.heirloom.storage.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.storage.database.DatabaseConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlStorageTest {
    @TempDir
    Path folder;

    @Test
    void refusesAFileThatIsNoDatabase() throws IOException {
        Path file = Files.writeString(folder.resolve("x.db"), "this is not a database ".repeat(500));
        assertThatThrownBy(() -> SqlStorage.open(DatabaseConfig.sqlite(file), InstantSource.system()))
                .hasMessageContaining("Cannot open the database")
                .hasMessageContaining("backup");
        assertThat(Files.readString(file)).startsWith("this is not a database");
    }

    @Test
    void leavesTheFileOfAnotherProgramAsItIs() throws SQLException, IOException {
        Path file = folder.resolve("x.db");
        execute(DatabaseConfig.sqlite(file), "create table note (words text)");
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> SqlStorage.open(DatabaseConfig.sqlite(file), InstantSource.system()))
                .hasMessageContaining("belongs to another program: it has a table note");
        assertThat(file).hasBinaryContent(before);
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void refusesAnotherKindOfDatabaseWithoutTellingThePassword() {
        assertThatThrownBy(() -> SqlStorage.open(
                        DatabaseConfig.of("mysql://host/x?user=a&password=secret"), InstantSource.system()))
                .hasMessageContaining("sqlite: or postgresql:")
                .hasMessageNotContaining("secret");
    }

    @Test
    void refusesADatabaseOfANewerVersion() throws SQLException {
        DatabaseConfig config = DatabaseConfig.sqlite(folder.resolve("x.db"));
        SqlStorage.open(config, InstantSource.system()).close();
        execute(config, "insert into schema_version values (99, '099-future.sql', 1)");
        assertThatThrownBy(() -> SqlStorage.open(config, InstantSource.system()))
                .hasMessageContaining("newer Heirloom");
        assertThat(folder)
                .as("SQLite removes its log with the last connection")
                .isDirectoryNotContaining(file -> !file.endsWith("x.db"));
    }

    @Test
    void refusesADatabaseMadeByAlteredMigrations() throws SQLException {
        DatabaseConfig config = DatabaseConfig.sqlite(folder.resolve("x.db"));
        SqlStorage.open(config, InstantSource.system()).close();
        execute(config, "update schema_version set checksum = checksum + 1");
        assertThatThrownBy(() -> SqlStorage.open(config, InstantSource.system()))
                .hasMessageContaining("differs");
    }

    private static void execute(DatabaseConfig config, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(config.url());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
