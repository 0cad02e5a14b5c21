package app.heirloom.storage.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteErasureTest {
    @Test
    void nothingIsLeftOfDeletedRows(@TempDir Path folder) throws SQLException, IOException {
        Path file = folder.resolve("library.db");
        try (var writer = new HikariDataSource(new SqliteDialect().writer(DatabaseConfig.sqlite(file)));
                Connection connection = writer.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table face (number integer primary key, vector blob)");
            for (int number : IntStream.rangeClosed(1, 500).toArray()) {
                statement.execute("insert into face values (" + number + ", 'face' || " + number
                        + " || '.' || hex(zeroblob(500)))");
            }
            statement.execute("delete from face where number <> 250");
        }
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .contains("face250.")
                .doesNotContainPattern("face(?!250)\\d+\\.");
    }
}
