package app.heirloom.library.asset.blob;

/** Room on a disk, in bytes. */
public record DiskSpace(long total, long available) {
    public long used() {
        return total - available;
    }
}
