package app.heirloom.storage.device;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.device.Device;
import app.heirloom.library.device.Device.Binding;
import app.heirloom.library.device.Device.Root;
import app.heirloom.library.device.Device.Scope;
import app.heirloom.library.device.DeviceId;
import app.heirloom.library.device.DeviceRepository;
import app.heirloom.library.device.JournalEntry;
import app.heirloom.library.device.Rails;
import app.heirloom.library.device.RunId;
import app.heirloom.library.device.ScanRecord;
import app.heirloom.library.gallery.PathText;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

final class SqlDeviceRepository implements DeviceRepository {
    private static final String SCAN =
            "select number, finished_at, complete, files, imputed, hashed, ambiguous, fallback from scan where ";

    private final Database database;

    SqlDeviceRepository(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Device> find() {
        return database.find(
                "select id, name, root, marked, server, user_id, quarantine_days, max_percent, floor, strictness,"
                        + " exclusions, albums from device",
                row -> new Device(
                        new DeviceId(row.uuid()),
                        row.text(),
                        new Root(PathText.parse(row.text()), row.flag()),
                        new Binding(URI.create(row.text()), new UserId(row.uuid())),
                        new Rails(
                                Duration.ofDays(row.number()),
                                row.real(),
                                row.number(),
                                row.constant(Rails.Strictness.class)),
                        new Scope(lines(row.text()), lines(row.text()))));
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    @Override
    public void save(Device device) {
        database.update("delete from device");
        database.update(
                "insert into device values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                device.id().value(),
                device.name(),
                PathText.of(device.root().folder()),
                device.root().marked(),
                device.binding().server().toString(),
                device.binding().user().value(),
                device.rails().quarantine().toDays(),
                device.rails().maxPercent(),
                device.rails().floor(),
                device.rails().strictness(),
                String.join("\n", device.scope().exclusions()),
                String.join("\n", device.scope().albums()));
    }

    @Override
    public long beginScan(Instant now) {
        database.update("insert into scan (started_at) values (?)", now);
        return database.find("select max(number) from scan", Row::number).orElseThrow();
    }

    @Override
    public void endScan(ScanRecord scan) {
        var counts = scan.counts();
        database.update(
                "update scan set finished_at = ?, complete = ?, files = ?, imputed = ?, hashed = ?, ambiguous = ?,"
                        + " fallback = ? where number = ?",
                scan.finished(),
                scan.complete(),
                scan.files(),
                counts.imputed(),
                counts.hashed(),
                counts.ambiguous(),
                counts.fallback(),
                scan.number());
    }

    @Override
    public Optional<ScanRecord> findLastScan() {
        return findScan("finished_at is not null");
    }

    @Override
    public Optional<ScanRecord> findLastCompleteScan() {
        return findScan("complete");
    }

    private Optional<ScanRecord> findScan(String condition) {
        return database.find(
                SCAN + condition + " order by number desc limit 1",
                row -> new ScanRecord(
                        row.number(),
                        row.instant(),
                        row.flag(),
                        row.number(),
                        new ScanRecord.Counts(row.number(), row.number(), row.number(), row.number())));
    }

    @Override
    public void append(JournalEntry entry) {
        AssetId asset = entry.asset();
        database.update(
                "insert into journal (run_id, at, step, path, asset_id, note) values (?, ?, ?, ?, ?, ?)",
                entry.run().toString(),
                entry.time(),
                entry.step(),
                entry.path(),
                asset == null ? null : asset.value(),
                entry.note());
    }

    @Override
    public void forEachEntry(Optional<RunId> run, Consumer<JournalEntry> action) {
        String text = run.map(RunId::toString).orElse(null);
        database.forEach(
                "select run_id, at, step, path, asset_id, note from journal where ? is null or run_id = ?"
                        + " order by number",
                row -> action.accept(entry(row)),
                text,
                text);
    }

    private static JournalEntry entry(Row row) {
        return new JournalEntry(
                new RunId(UUID.fromString(row.text())),
                row.instant(),
                row.constant(JournalEntry.Step.class),
                row.textOrNull(),
                asset(row.uuidOrNull()),
                row.textOrNull());
    }

    private static @Nullable AssetId asset(@Nullable UUID id) {
        return id == null ? null : new AssetId(id);
    }

    @Override
    public List<RunId> listRuns(String prefix) {
        return database.list(
                "select run_id from journal where substr(run_id, 1, ?) = ? group by run_id order by min(number)",
                row -> new RunId(UUID.fromString(row.text())),
                prefix.length(),
                prefix);
    }
}
