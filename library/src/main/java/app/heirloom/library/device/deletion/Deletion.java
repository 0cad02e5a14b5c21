package app.heirloom.library.device.deletion;

import app.heirloom.library.asset.Checksum;
import app.heirloom.library.device.FileStamp;
import app.heirloom.library.device.Provenance;
import app.heirloom.library.remote.HeldAsset;
import java.time.Instant;

/**
 * A file that is gone from a device, whose content is still on the server.
 *
 * @param path where the file was
 * @param file what was known of it
 * @param evidence what speaks for and against it, as far as it was looked up
 */
public record Deletion(String path, LostFile file, HeldAsset asset, Evidence evidence) {
    /** What was known of it. */
    public record LostFile(FileStamp stamp, Checksum checksum, Provenance provenance, Instant gone) {}

    /**
     * What was looked up.
     *
     * @param proven whether every file on the device that could have its content was read
     * @param agrees whether size and dimensions are the same here and there
     * @param contradicts whether one of them differs
     * @param inScope whether it is in an album of the scope, or there is no scope
     * @param twin whether a file of the same name but for its extension is left, perhaps because it was re-encoded
     */
    public record Evidence(boolean proven, boolean agrees, boolean contradicts, boolean inScope, boolean twin) {}

    public boolean isImputed() {
        return file.provenance() == Provenance.IMPUTED;
    }
}
