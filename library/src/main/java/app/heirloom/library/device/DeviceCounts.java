package app.heirloom.library.device;

/**
 * What a device and its server have in common, as the last scan saw it.
 *
 * @param files on the device, but for motion videos
 * @param motion motion videos of live photos
 * @param imputed of the files: their checksum is the server's word
 * @param there of the files: on the server, and not in its trash
 * @param deletedThere of the files: were on the server, and are not any more, or in its trash
 * @param gone files that are not here any more, but on the server
 */
public record DeviceCounts(long files, long motion, long imputed, long there, long deletedThere, long gone) {
    /** Files that were never seen on the server. */
    public long neverThere() {
        return files - there - deletedThere;
    }
}
