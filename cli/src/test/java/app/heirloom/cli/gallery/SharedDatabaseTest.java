package app.heirloom.cli.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.cli.terminal.ChildProcess;
import app.heirloom.cli.terminal.Said;
import app.heirloom.testkit.TinyModels;
import app.heirloom.testkit.TinyPhotos;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Several processes that index into one PostgreSQL. */
@Execution(ExecutionMode.CONCURRENT)
class SharedDatabaseTest {
    private static final int GALLERIES = 20;
    private static final int IN_EACH = 3;
    private static final int MAX_CONNECTIONS = 20;

    @TempDir
    private Path folder;

    private EmbeddedPostgres postgres;
    private Path photos;
    private GalleryRun gallery;

    @BeforeEach
    void fill() throws IOException {
        try {
            postgres = start(0);
        } catch (IOException | RuntimeException e) {
            Assumptions.abort("the embedded PostgreSQL does not start on this machine: " + e.getMessage());
        }
        photos = folder.resolve("photos");
        for (int i = 0; i < GALLERIES * IN_EACH; i++) {
            Path file = photos.resolve("g" + i % GALLERIES).resolve(i + ".jpg");
            Files.createDirectories(file.getParent());
            Files.write(file, TinyPhotos.jpeg(40 + i, 30));
        }
        gallery = new GalleryRun(
                postgres.getJdbcUrl("postgres", "postgres").substring("jdbc:".length()), folder.resolve("models"));
        TinyModels.writeColors(gallery.models());
    }

    /** @param port 0 for any */
    private EmbeddedPostgres start(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setServerConfig("max_connections", String.valueOf(MAX_CONNECTIONS))
                .setPort(port)
                .start();
    }

    @AfterEach
    void stop() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    private Process start(String name) throws IOException {
        return ChildProcess.start(
                folder.resolve(name),
                "gallery",
                gallery.arguments("index", "--target", photos, "--json", "--concurrency", 1));
    }

    private JsonNode summary(String name) {
        return JsonMapper.shared().readTree(folder.resolve(name).toFile());
    }

    @Test
    void processesShareTheWorkAndNoneIsDoneTwice() throws Exception {
        assertThat(gallery.run("migrate").code()).isZero();
        List<Process> processes = new ArrayList<>(List.of(start("one"), start("two")));
        int recognized = 0;
        for (Process process : processes) {
            assertThat(process.waitFor()).isZero();
        }
        for (String name : List.of("one", "two")) {
            JsonNode summary = summary(name);
            recognized += summary.get("photos").get("recognized").intValue();
            assertThat(summary.get("photos").get("failed").intValue()).isZero();
        }
        assertThat(recognized).isEqualTo(GALLERIES * IN_EACH);
        assertThat(gallery.run("doctor").out()).contains("all is well");
    }

    @Test
    void aDatabaseThatGoesAwayEndsTheRunAndTheNextGoesOn() throws Exception {
        gallery.run("migrate");
        Process process = start("one");
        await("select count(*) > 5 from model_look");
        query("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                + " and backend_type = 'client backend'");
        int code = process.waitFor();
        assertThat(Files.readString(folder.resolve("one.err"))).doesNotContain("\tat ");
        assertThat(code).isIn(0, 2);
        JsonNode next = gallery.run("index", "--target", photos, "--json").json();
        assertThat(next.get("photos").get("failed").intValue()).isZero();
        assertThat(next.get("photos").get("recognized").intValue()).isLessThan(GALLERIES * IN_EACH - 5);
        assertThat(gallery.run("doctor").out()).contains("all is well");
    }

    @Test
    void aDatabaseThatIsRestartedEndsTheRunAndTheNextGoesOn() throws Exception {
        gallery.run("migrate");
        Process process = start("one");
        await("select count(*) > 5 from model_look");
        int port = postgres.getPort();
        postgres.close();
        postgres = start(port);
        int code = process.waitFor();
        assertThat(Files.readString(folder.resolve("one.err"))).doesNotContain("\tat ");
        assertThat(code).isIn(0, 2);
        assertThat(gallery.run("index", "--target", photos).code()).isZero();
        assertThat(gallery.run("doctor").out()).contains("all is well");
    }

    @Test
    void aRunMakesDoWithTheConnectionsThatAreLeft() throws Exception {
        gallery.run("migrate");
        List<Connection> others = takeAllConnections();
        try {
            Said refused = gallery.run("status");
            assertThat(refused.err()).startsWith("DATABASE: ").contains("raise its max_connections");
            for (Connection other : others.subList(0, 3)) {
                other.close();
            }
            JsonNode summary = gallery.run("index", "--target", photos, "--concurrency", 8, "--json")
                    .json();
            assertThat(summary.get("photos").get("recognized").intValue()).isEqualTo(GALLERIES * IN_EACH);
        } finally {
            for (Connection other : others) {
                other.close();
            }
        }
    }

    private List<Connection> takeAllConnections() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        while (taken.size() <= MAX_CONNECTIONS) {
            try {
                taken.add(postgres.getPostgresDatabase().getConnection());
            } catch (SQLException e) {
                return taken;
            }
        }
        throw new AssertionError("there are more connections than there should be");
    }

    @Test
    void optionsOfTheUrlReachTheDriver() {
        var encrypted = new GalleryRun(gallery.database() + "&sslmode=require", gallery.models());
        assertThat(encrypted.run("status").err()).startsWith("DATABASE: ").contains("SSL");
    }

    private void await(String condition) throws SQLException {
        while (!query(condition)) {
            Thread.onSpinWait();
        }
    }

    private boolean query(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
