package app.heirloom.library.error;

/**
 * The few kinds of failure that a user or a client can meet. The names are stable and documented in
 * {@code docs/errors.md}; each is mapped to an HTTP status and an exit code in one place of the apps.
 */
public enum ErrorCode {
    /** The request or the option is malformed or contradicts itself; the message says which and how to mend it. */
    INVALID,
    /** No credential, or one that is not valid (any more). */
    UNAUTHENTICATED,
    /** The credential is valid but lacks the role or the permission. */
    FORBIDDEN,
    /** Secrets were tried too often; the message says how long to wait. */
    TOO_MANY_ATTEMPTS,
    /** The id does not exist or belongs to somebody else; which of the two is not told. */
    NO_ACCESS,
    /** The thing exists but the asked file or part of it does not. */
    NOT_FOUND,
    /** The upload would exceed the user's quota. */
    QUOTA_EXCEEDED,
    /** The file's extension is not one that this library accepts. */
    UNSUPPORTED_MEDIA,
    /** The file is empty, damaged or hostile: trying again will not help. */
    UNREADABLE_MEDIA,
    /** The disk has no room left. */
    STORAGE_FULL,
    /** The data directory cannot be used: not writable, in use, or not matching its database. */
    DATA_DIRECTORY,
    /** The database cannot be opened or is damaged. */
    DATABASE,
    /** The address or port to listen on is not available. */
    ADDRESS_IN_USE,
    /** A helper program, such as the media decoder, is missing or does not start. */
    MISSING_PROGRAM,
    /** Another photo server does not answer: wrong address, no network, or it stopped in the middle. */
    REMOTE_UNREACHABLE,
    /** Another photo server failed, or answered what nobody understands: it may be of another kind or version. */
    REMOTE_FAILURE;

    /** The exception of this kind. */
    public HeirloomException exception(String message) {
        return new HeirloomException(this, message, null);
    }

    /** The exception of this kind, keeping what caused it. */
    public HeirloomException exception(String message, Throwable cause) {
        return new HeirloomException(this, message, cause);
    }
}
