package app.heirloom.immich.server.http;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.ERROR;

import app.heirloom.immich.json.ErrorJson;
import app.heirloom.immich.json.ErrorJson.IssueJson;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one place where failures become answers. */
final class Failures {
    private static final System.Logger LOG = System.getLogger(Failures.class.getName());

    private Failures() {}

    static void answer(Context http, Exception failure, String correlationId) {
        switch (failure) {
            case HeirloomException e -> {
                HttpStatus status = statusOf(e.code());
                if (status.getCode() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()) {
                    LOG.log(ERROR, "{0} [{1}]: {2}", describe(http), correlationId, e.getMessage());
                }
                write(http, status, e.getMessage(), null);
            }
            case InvalidFieldException e ->
                write(http, HttpStatus.BAD_REQUEST, "Validation failed", List.of(e.issue()));
            case IOException e when isConnectionLost(e) -> http.res().setStatus(HttpStatus.BAD_REQUEST.getCode());
            default -> {
                LOG.log(ERROR, describe(http) + " [" + correlationId + "]", failure);
                write(http, HttpStatus.INTERNAL_SERVER_ERROR, "Internal server error", null);
            }
        }
    }

    private static String describe(Context http) {
        return http.req().getMethod() + " " + http.path() + " failed";
    }

    /** No operation has this method and path. */
    static void answerUnknown(Context http) {
        String message = "Cannot " + http.req().getMethod() + " " + http.path();
        write(http, HttpStatus.NOT_FOUND, message, null);
    }

    private static HttpStatus statusOf(ErrorCode code) {
        return switch (code) {
            case INVALID, NO_ACCESS, QUOTA_EXCEEDED, UNSUPPORTED_MEDIA, UNREADABLE_MEDIA -> HttpStatus.BAD_REQUEST;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case TOO_MANY_ATTEMPTS -> HttpStatus.TOO_MANY_REQUESTS;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case STORAGE_FULL -> HttpStatus.INSUFFICIENT_STORAGE;
            case DATA_DIRECTORY, DATABASE, ADDRESS_IN_USE, MISSING_PROGRAM -> HttpStatus.INTERNAL_SERVER_ERROR;
            case REMOTE_UNREACHABLE, REMOTE_FAILURE -> HttpStatus.BAD_GATEWAY;
        };
    }

    private static void write(Context http, HttpStatus status, String message, @Nullable List<IssueJson> issues) {
        if (http.res().isCommitted()) {
            return; // too late to say anything
        }
        var error = new ErrorJson(message, status.getMessage(), status.getCode(), issues);
        try {
            JsonAnswer.of(status.getCode(), error).writeTo(http);
        } catch (IOException e) {
            LOG.log(DEBUG, "Nobody is left to tell of a failure", e);
        }
    }

    /** Jetty says so by subclasses of EOFException, wherever in the request it notices. */
    private static boolean isConnectionLost(IOException failure) {
        return failure instanceof EOFException || failure.getCause() instanceof EOFException;
    }
}
