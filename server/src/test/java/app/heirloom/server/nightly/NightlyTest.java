package app.heirloom.server.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.storage.database.DatabaseConfig;
import app.heirloom.storage.sql.SqlStorage;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightlyTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final SqlStorage storage;
    private final List<String> ran = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-21T10:00:00Z");

    NightlyTest(@TempDir Path folder) {
        storage = SqlStorage.open(DatabaseConfig.sqlite(folder.resolve("x.db")), InstantSource.system());
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void aTaskWaitsForItsFirstNight() {
        at("2026-11-21T10:00:00Z", "sweep");
        at("2026-11-22T01:59:00Z", "sweep");
        assertThat(ran).isEmpty();
        at("2026-11-22T02:00:00Z", "sweep");
        assertThat(ran).containsExactly("sweep");
    }

    @Test
    void aTaskRunsOnceANightAlsoAfterARestart() {
        at("2026-11-21T10:00:00Z", "sweep");
        at("2026-11-22T02:10:00Z", "sweep");
        at("2026-11-22T02:20:00Z", "sweep");
        at("2026-11-22T23:20:00Z", "sweep");
        assertThat(ran).containsExactly("sweep");
        at("2026-11-23T02:00:00Z", "sweep");
        assertThat(ran).containsExactly("sweep", "sweep");
    }

    @Test
    void whatWasMissedIsDoneOnceWhenTheServerIsBack() {
        at("2026-11-21T10:00:00Z", "sweep");
        at("2026-11-25T17:00:00Z", "sweep");
        at("2026-11-25T17:10:00Z", "sweep");
        assertThat(ran).containsExactly("sweep");
    }

    @Test
    void aTaskThatFailsKeepsNoOtherFromRunning() {
        at("2026-11-21T10:00:00Z", "broken", "sweep");
        at("2026-11-22T02:00:00Z", "broken", "sweep");
        at("2026-11-22T02:10:00Z", "broken", "sweep");
        assertThat(ran).containsExactly("broken", "sweep");
        at("2026-11-23T02:00:00Z", "broken", "sweep");
        assertThat(ran).containsExactly("broken", "sweep", "broken", "sweep");
    }

    @Test
    void anHourThatTheClockSkipsIsNoReasonToSkipTheNight() {
        at("2026-03-28T10:00:00Z", "sweep");
        at("2026-03-29T01:00:00Z", "sweep"); // 3:00, which follows 1:59 in that night
        assertThat(ran).containsExactly("sweep");
    }

    private void at(String time, String... tasks) {
        now = Instant.parse(time);
        new Nightly(tasks(tasks), storage.serverDocuments(), storage.transactions(), () -> now, PARIS).runDue();
    }

    private List<NightlyTask> tasks(String... names) {
        return List.of(names).stream()
                .map(name -> new NightlyTask(name, () -> run(name)))
                .toList();
    }

    private void run(String name) {
        ran.add(name);
        if (name.equals("broken")) {
            throw new IllegalStateException("planted");
        }
    }
}
