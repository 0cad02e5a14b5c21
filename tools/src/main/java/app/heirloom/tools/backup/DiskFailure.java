package app.heirloom.tools.backup;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/** Why writing failed, told apart: a full disk ends a run, anything else may be one file's. */
public final class DiskFailure {
    private DiskFailure() {}

    /** STORAGE_FULL or INVALID. */
    public static HeirloomException of(String what, IOException cause) {
        String reason = cause instanceof FileSystemException failure && failure.getReason() != null
                ? failure.getReason()
                : String.valueOf(cause.getMessage());
        ErrorCode code = isFull(reason) ? ErrorCode.STORAGE_FULL : ErrorCode.INVALID;
        return code.exception(what + ": " + reason, cause);
    }

    private static boolean isFull(String reason) {
        String text = reason.toLowerCase(Locale.ROOT);
        return text.contains("no space left") || text.contains("not enough space") || text.contains("quota exceeded");
    }
}
