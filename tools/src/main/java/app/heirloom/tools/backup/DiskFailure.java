package app.heirloom.tools.backup;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** Why writing failed, told apart: a full disk ends a run, anything else may be one file's. */
public final class DiskFailure {
    private DiskFailure() {}

    /** STORAGE_FULL or INVALID. */
    public static HeirloomException of(String what, IOException cause) {
        String reason = reasonOf(cause);
        ErrorCode code = isFull(reason) ? ErrorCode.STORAGE_FULL : ErrorCode.INVALID;
        return code.exception(what + ": " + reason, cause);
    }

    /** Java's messages often have nothing but the path. */
    private static String reasonOf(IOException cause) {
        return switch (cause) {
            case NoSuchFileException _ -> "there is no such file or folder";
            case FileAlreadyExistsException _ -> "there is a file of that name";
            case AccessDeniedException _ -> "this user may not";
            case FileSystemException failure when failure.getReason() != null -> failure.getReason();
            default -> String.valueOf(cause.getMessage());
        };
    }

    private static boolean isFull(String reason) {
        String text = reason.toLowerCase(Locale.ROOT);
        return text.contains("no space left") || text.contains("not enough space") || text.contains("quota exceeded");
    }
}
