package app.heirloom.immich.client.transport;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A server's No. */
final class Refusal extends IOException {
    private static final String NO_ACCESS = "Not found or no ";
    private static final String QUOTA = "Quota has been exceeded";
    private static final String UNKNOWN_OPERATION = "Cannot ";

    private final int status;
    private final String reason;
    private final transient Optional<Duration> delay;

    /**
     * @param reason what the server says
     * @param delay for how long it wants to be left alone
     */
    Refusal(int status, String reason, Optional<Duration> delay) {
        super("status " + status + ": " + reason);
        this.status = status;
        this.reason = reason;
        this.delay = delay;
    }

    Optional<Duration> delay() {
        return delay;
    }

    /** Whether it says that the request was not even looked at. */
    boolean isPostponement() {
        return status == 429;
    }

    /** Whether the same request may succeed in a while. */
    boolean isPassing() {
        return status == 408 || status == 429 || status == 500 || (status >= 502 && status <= 504);
    }

    HeirloomException toFailure(Call call, String server) {
        return codeOf().exception(explanation(server) + " (" + call + ")", this);
    }

    private ErrorCode codeOf() {
        return switch (status) {
            case 400, 422 -> codeOfBadRequest();
            case 401 -> ErrorCode.UNAUTHENTICATED;
            case 403 -> ErrorCode.FORBIDDEN;
            case 404 -> isUnknownOperation() ? ErrorCode.REMOTE_FAILURE : ErrorCode.NOT_FOUND;
            case 413 -> ErrorCode.INVALID;
            default -> ErrorCode.REMOTE_FAILURE;
        };
    }

    private ErrorCode codeOfBadRequest() {
        if (reason.startsWith(NO_ACCESS)) {
            return ErrorCode.NO_ACCESS;
        }
        if (reason.startsWith(QUOTA)) {
            return ErrorCode.QUOTA_EXCEEDED;
        }
        return reason.startsWith("Unsupported file type") ? ErrorCode.UNSUPPORTED_MEDIA : ErrorCode.INVALID;
    }

    private boolean isUnknownOperation() {
        return reason.isEmpty() || reason.startsWith(UNKNOWN_OPERATION) || reason.startsWith("<");
    }

    private String explanation(String server) {
        return switch (status) {
            case 401 -> server + " does not accept the API key: " + reason;
            case 403 -> server + " forbids it: " + reason;
            case 404 ->
                isUnknownOperation()
                        ? server + " does not know this operation; is it an Immich server of version 2.7 or newer?"
                        : server + " has it no more: " + reason;
            case 413 -> server + ", or a proxy before it, takes no requests of this size: " + reason;
            case 429 -> server + " is asked too much; lower the rate of requests: " + reason;
            default ->
                status >= 300 && status < 400
                        ? server + " redirects to " + reason + "; give that address instead"
                        : server + " refuses it: status " + status + (reason.isEmpty() ? "" : ", " + reason);
        };
    }
}
