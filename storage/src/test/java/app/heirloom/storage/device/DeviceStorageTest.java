package app.heirloom.storage.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.device.Device;
import app.heirloom.library.device.Device.Binding;
import app.heirloom.library.device.Device.Root;
import app.heirloom.library.device.Device.Scope;
import app.heirloom.library.device.DeviceFile;
import app.heirloom.library.device.DeviceId;
import app.heirloom.library.device.FileRepository.Identification;
import app.heirloom.library.device.FileRepository.Observation;
import app.heirloom.library.device.FileStamp;
import app.heirloom.library.device.JournalEntry;
import app.heirloom.library.device.JournalEntry.Step;
import app.heirloom.library.device.Provenance;
import app.heirloom.library.device.Rails;
import app.heirloom.library.device.Rails.Strictness;
import app.heirloom.library.device.RunId;
import app.heirloom.library.device.ScanRecord;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.user.UserId;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
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
        execute("insert into schema_version values (99, '099-later.sql', 0)");
        refuses(ErrorCode.DATABASE, "newer Heirloom");
    }

    @Test
    void aStateOfTheFirstVersionKeepsWhatItKnows() throws IOException, SQLException {
        String script;
        try (var first = DeviceStorage.class.getResourceAsStream("../database/sqlite/device/001-device.sql")) {
            script = new String(Objects.requireNonNull(first).readAllBytes(), StandardCharsets.UTF_8);
        }
        var crc = new CRC32();
        crc.update(script.getBytes(StandardCharsets.UTF_8));
        Files.createDirectories(file().getParent());
        execute(script
                + "; create table schema_version (version integer primary key, name text, checksum integer);"
                + " insert into schema_version values (1, 'device/001-device.sql', " + crc.getValue() + ");"
                + " insert into file (path, name, stem, video, size_in_bytes, modified_at, looked, checksum, provenance,"
                + " first_scan, seen_scan) values"
                + " ('a.jpg', 'a.jpg', 'a', 0, 5, 0, 1, zeroblob(20), 'HASHED', 1, 1),"
                + " ('b.jpg', 'b.jpg', 'b', 0, 5, 0, 0, null, null, 1, 1)");

        try (DeviceStorage storage = open()) {
            var stamp = new FileStamp(5, Instant.EPOCH);
            assertThat(storage.transactions()
                            .read(() -> storage.files()
                                    .listUnchanged(
                                            List.of(new Observation("a.jpg", stamp), new Observation("b.jpg", stamp)))))
                    .extracting(DeviceFile::path)
                    .as("what nobody had looked into is new")
                    .containsExactly("a.jpg");
        }
    }

    @Test
    void whatHasAnotherStampOrCannotBeTrustedHasChanged() {
        var stamp = new FileStamp(5, NOW);
        try (DeviceStorage storage = open()) {
            var files = storage.files();
            List<DeviceFile> known = Stream.of("a.jpg", "b.jpg", "c.jpg", "d.jpg")
                    .map(path -> new DeviceFile(path, stamp, null, null, DeviceFile.Presence.NEW))
                    .toList();
            storage.transactions().run(() -> {
                files.add(1, known);
                files.distrust(known.get(3));
            });
            var observed = List.of(
                    new Observation("a.jpg", stamp),
                    new Observation("b.jpg", new FileStamp(6, NOW)),
                    new Observation("c.jpg", new FileStamp(5, NOW.plusNanos(1_000))),
                    new Observation("d.jpg", stamp),
                    new Observation("e.jpg", stamp));
            assertThat(storage.transactions().read(() -> files.listUnchanged(observed)))
                    .containsExactly(known.getFirst());
        }
    }

    @Test
    void whatChangedIsAnotherFile() {
        var before = new DeviceFile("a.jpg", new FileStamp(5, NOW), null, null, DeviceFile.Presence.NEW);
        var after = new DeviceFile("a.jpg", new FileStamp(6, NOW), null, null, DeviceFile.Presence.NEW);
        var identity = new DeviceFile.Identity(Checksum.of(new byte[Checksum.LENGTH_IN_BYTES]), Provenance.HASHED);
        AssetId asset = AssetId.random();
        try (DeviceStorage storage = open()) {
            var files = storage.files();
            storage.transactions().run(() -> {
                files.add(1, List.of(before));
                files.identify(List.of(new Identification(before, identity, asset)));
            });
            assertThat(storage.transactions().read(() -> files.listIdentified(null, "", 10)))
                    .containsExactly(new DeviceFile(
                            "a.jpg", before.stamp(), null, identity, new DeviceFile.Presence(asset, null, false)));
            storage.transactions().run(() -> files.add(2, List.of(after)));
            assertThat(storage.transactions().read(() -> files.listUnidentified("", 10)))
                    .containsExactly(after);
        }
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
            statement.executeUpdate(sql);
        }
    }
}
