package app.heirloom.storage.files;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.Objects;

/** Says what a failure of the file system means. */
public final class FileFailure {
    private FileFailure() {}

    public static HeirloomException of(IOException failure, String attempt) {
        if (isDiskFull(failure)) {
            return ErrorCode.STORAGE_FULL.exception(attempt + ": the disk is full. Make room and try again.", failure);
        }
        return ErrorCode.DATA_DIRECTORY.exception(attempt + ": " + reasonOf(failure), failure);
    }

    /** The JDK has no type for it; the texts are those of Linux, macOS and Windows. */
    private static boolean isDiskFull(IOException failure) {
        String text = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return text.contains("no space left")
                || text.contains("not enough space")
                || text.contains("disk quota exceeded");
    }

    private static String reasonOf(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof FileAlreadyExistsException || failure instanceof NotDirectoryException) {
            return "there is a file where a folder should be";
        }
        String reason = failure instanceof FileSystemException e ? e.getReason() : failure.getMessage();
        return Objects.requireNonNullElseGet(reason, failure::toString);
    }
}
