package app.heirloom.media.program;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;

/** How a child process ended. */
public final class Outcome {
    private static final String DISK_FULL = "No space left on device";

    private final int exitCode;
    private final byte[] output;
    private final String complaint;

    Outcome(int exitCode, byte[] output, String complaint) {
        this.exitCode = exitCode;
        this.output = output;
        this.complaint = complaint;
    }

    /** The same with what was kept of its output. */
    Outcome with(byte[] kept) {
        return new Outcome(exitCode, kept, complaint);
    }

    public boolean failed() {
        return exitCode != 0;
    }

    /** Whether it went well and wrote something. */
    public boolean yielded() {
        return exitCode == 0 && output.length > 0;
    }

    /** What it wrote to its standard output. */
    public byte[] output() {
        return output.clone();
    }

    /** Its errors in one line, empty when there were none. */
    public String complaint() {
        return complaint;
    }

    /** The failure as people are told it: a full disk is nothing that is wrong with the file. */
    public HeirloomException failure(String what) {
        if (complaint.contains(DISK_FULL)) {
            return ErrorCode.STORAGE_FULL.exception("The disk is full. Make room and try again.");
        }
        return ErrorCode.UNREADABLE_MEDIA.exception(
                complaint.isEmpty() ? what : what + " (the decoder says: " + complaint + ")");
    }
}
