package app.heirloom.library.device;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a state file says of its device, its scans and its journal. */
public interface DeviceRepository {
    /** Empty in a new state file. */
    Optional<Device> find();

    void save(Device device);

    /** Begins a scan, whether it will end or not, and returns its number, greater than all before. */
    long beginScan(Instant now);

    void endScan(ScanRecord scan);

    /** The newest that ended. */
    Optional<ScanRecord> findLastScan();

    /** The newest that saw all of the device. */
    Optional<ScanRecord> findLastCompleteScan();

    void append(JournalEntry entry);

    /** The journal, or one run's part of it, from its beginning. */
    void forEachEntry(Optional<RunId> run, Consumer<JournalEntry> action);

    /** The runs whose ids begin so. */
    List<RunId> listRuns(String prefix);
}
