package app.heirloom.storage.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.device.Device;
import app.heirloom.library.device.Device.Binding;
import app.heirloom.library.device.Device.Root;
import app.heirloom.library.device.Device.Scope;
import app.heirloom.library.device.DeviceId;
import app.heirloom.library.device.JournalEntry;
import app.heirloom.library.device.JournalEntry.Step;
import app.heirloom.library.device.Rails;
import app.heirloom.library.device.Rails.Strictness;
import app.heirloom.library.device.RunId;
import app.heirloom.library.device.ScanRecord;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.user.UserId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceStorageTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private DeviceStorage open() {
        return open(file());
    }

    private static DeviceStorage open(Path file) {
        return DeviceStorage.open(file, InstantSource.fixed(NOW));
    }

    private Path file() {
        return folder.resolve("devices").resolve("phone.db");
    }

    private Device device() {
        return new Device(
                DeviceId.random(),
                "phone",
                new Root(folder.toAbsolutePath(), true),
                new Binding(URI.create("http://nas:2283"), UserId.random()),
                new Rails(Duration.ofDays(3), 2.5, 7, Strictness.TRUSTING),
                new Scope(List.of("**/a b/**", "*.png"), List.of("Camera")));
    }

    @Test
    void aDeviceIsKeptAsItWasSaved() {
        Device device = device();
        try (DeviceStorage storage = open()) {
            assertThat(storage.transactions().read(storage.devices()::find)).isEmpty();
            storage.transactions().run(() -> storage.devices().save(device));
        }
        try (DeviceStorage storage = open()) {
            assertThat(storage.transactions().read(storage.devices()::find)).contains(device);
        }
    }

    @Test
    void onlyScansThatEndedCount() {
        try (DeviceStorage storage = open()) {
            var devices = storage.devices();
            long first = storage.transactions().write(() -> devices.beginScan(NOW));
            var scan = new ScanRecord(first, NOW, true, 10, new ScanRecord.Counts(1, 2, 3, 4));
            storage.transactions().run(() -> devices.endScan(scan));
            long second = storage.transactions().write(() -> devices.beginScan(NOW));
            assertThat(second).isGreaterThan(first);
            assertThat(storage.transactions().read(devices::findLastScan)).contains(scan);
            var partial = new ScanRecord(second, NOW, false, 9, new ScanRecord.Counts(0, 0, 0, 0));
            storage.transactions().run(() -> devices.endScan(partial));
            assertThat(storage.transactions().read(devices::findLastScan)).contains(partial);
            assertThat(storage.transactions().read(devices::findLastCompleteScan))
                    .contains(scan);
        }
    }

    @Test
    void theJournalOnlyGrows() throws SQLException {
        RunId run = RunId.random();
        var planned = new JournalEntry(run, NOW, Step.PLANNED, "a.jpg", AssetId.random(), null);
        var held = new JournalEntry(RunId.random(), NOW, Step.HELD, null, null, "too many");
        try (DeviceStorage storage = open()) {
            storage.transactions().run(() -> {
                storage.devices().append(planned);
                storage.devices().append(held);
            });
            List<JournalEntry> entries = new ArrayList<>();
            storage.transactions().read(() -> {
                storage.devices().forEachEntry(Optional.empty(), entries::add);
                storage.devices().forEachEntry(Optional.of(run), entries::add);
                return true;
            });
            assertThat(entries).containsExactly(planned, held, planned);
            assertThat(storage.transactions()
                            .read(() ->
                                    storage.devices().listRuns(run.toString().substring(0, 8))))
                    .containsExactly(run);
        }
        for (String change : List.of("update journal set path = 'b.jpg'", "delete from journal")) {
            assertThatThrownBy(() -> execute(change)).hasMessageContaining("only grows");
        }
    }

    @Test
    void oneCommandAtATimeHasTheState() {
        try (DeviceStorage storage = open()) {
            assertThat(storage.files()).isNotNull();
            refuses(ErrorCode.INVALID, "Another command");
        }
        open().close();
    }

    @Test
    void aStateFromTheFutureIsRefused() throws SQLException {
        open().close();
        execute("insert into schema_version values (2, '002-later.sql', 0)");
        refuses(ErrorCode.DATABASE, "newer Heirloom");
    }

    @Test
    void aDamagedOrForeignFileIsRefusedAndLeftAlone() throws IOException, SQLException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "this is no database, however often one looks at it".repeat(100));
        refuses(ErrorCode.DATABASE, "Cannot open the state");
        assertThat(Files.readString(file())).startsWith("this is no database");
        Files.delete(file());
        execute("create table somebody_elses (id integer)");
        byte[] foreign = Files.readAllBytes(file());
        refuses(ErrorCode.DATABASE, "another program");
        assertThat(file()).hasBinaryContent(foreign);
    }

    private void refuses(ErrorCode code, String reason) {
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        HeirloomException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(reason);
    }

    @Test
    void anExportIsAWholeStateAndIsNeverWrittenOver() {
        Device device = device();
        Path export = folder.resolve("it's an export.db");
        try (DeviceStorage storage = open()) {
            storage.transactions().run(() -> storage.devices().save(device));
            storage.copyTo(export);
            assertThatThrownBy(() -> storage.copyTo(export)).hasMessageContaining("exists already");
        }
        try (DeviceStorage storage = open(export)) {
            assertThat(storage.transactions().read(storage.devices()::find)).contains(device);
        }
        DeviceStorage.remove(export);
        assertThat(folder.toFile().list()).containsExactly("devices");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
