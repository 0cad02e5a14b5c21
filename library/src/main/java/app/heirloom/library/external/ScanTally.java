package app.heirloom.library.external;

/** What a scan did, for the log. */
final class ScanTally {
    long seen;
    long added;
    long changed;
    long moved;
    long returned;
    long postponed;
    long offline;

    @Override
    public String toString() {
        return "%,d files: %,d new, %,d changed, %,d moved, %,d back, %,d offline, %,d left for the next scan"
                .formatted(seen, added, changed, moved, returned, offline, postponed);
    }
}
