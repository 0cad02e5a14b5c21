package app.heirloom.cli.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.cli.terminal.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases that cannot be used, each told with what to do about it. */
class UnusableDatabaseTest {
    @TempDir
    private Path folder;

    private Path file;
    private GalleryRun gallery;

    @BeforeEach
    void name() {
        file = folder.resolve("gallery.db");
        gallery = new GalleryRun(file.toString(), folder.resolve("models"));
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    @Test
    void oneThatAnotherProgramHasLockedIsNamedAsSuch() throws SQLException {
        gallery.run("migrate");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement other = connection.createStatement()) {
            other.execute("begin exclusive");
            Said said = gallery.run("index", "--target", folder);
            assertThat(said.code()).isEqualTo(2);
            assertThat(said.err())
                    .contains("DATABASE: ", "Another program has locked it")
                    .doesNotContain("damaged");
            other.execute("rollback");
        }
        assertThat(gallery.run("index", "--target", folder).code()).isZero();
    }

    @Test
    void nothingIsAddedToOneOfAnotherProgram() throws SQLException {
        sql("create table photos (id integer)");
        assertThat(gallery.run("index", "--target", folder).err())
                .startsWith("DATABASE: The database belongs to another program");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement other = connection.createStatement();
                var tables = other.executeQuery("select group_concat(name) from sqlite_master")) {
            assertThat(tables.getString(1)).isEqualTo("photos");
        }
    }

    @Test
    void oneOfALaterVersionIsLeftToIt() throws SQLException {
        gallery.run("migrate");
        sql("insert into schema_version values (999, '999-later.sql', 1)");
        assertThat(gallery.run("index", "--target", folder).err()).contains("written by a newer Heirloom");
    }

    @Test
    void aFolderInItsPlaceIsNamed() throws IOException {
        Files.createDirectory(file);
        assertThat(gallery.run("status").err()).startsWith("DATABASE: ").contains(file.toString());
    }

    @Test
    void aTextInItsPlaceIsNamed() throws IOException {
        Files.writeString(
                file, "This is no database, but a text of some length, so that it is not taken for an empty one.");
        assertThat(gallery.run("status").err()).startsWith("DATABASE: ").contains(file.toString());
    }
}
