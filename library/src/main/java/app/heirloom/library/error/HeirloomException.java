package app.heirloom.library.error;

import org.jspecify.annotations.Nullable;

/** A failure with a stable {@link ErrorCode} and a message for people: what was wrong, where, what to do. */
public final class HeirloomException extends RuntimeException {
    private final ErrorCode code;

    HeirloomException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }

    /** The message, never null: every failure here is made with one. */
    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? code.name() : message;
    }
}
