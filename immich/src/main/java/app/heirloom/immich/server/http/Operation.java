package app.heirloom.immich.server.http;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;

/**
 * One operation of the API.
 *
 * @param path below {@code /api}, with its parameters in braces
 */
public record Operation(HandlerType method, String path, Access access) {

    /** Answers whoever asks. */
    @FunctionalInterface
    public interface OpenHandler {
        Answer answer(Context http) throws IOException;
    }

    /** Answers a caller who may ask. */
    @FunctionalInterface
    public interface Handler {
        Answer answer(Context http, Caller caller) throws IOException;
    }

    /** Lets callers through to the handler, or refuses them. */
    @FunctionalInterface
    public interface Access {
        Answer answer(Context http, CallerLookup callers) throws IOException;
    }

    /** Open to everybody. */
    public static Operation open(HandlerType method, String path, OpenHandler handler) {
        return new Operation(method, path, (http, callers) -> handler.answer(http));
    }

    /** For everybody with a valid credential of his own, whatever an API key permits. */
    public static Operation any(HandlerType method, String path, Handler handler) {
        return withCredential(method, path, (http, caller) -> {
            if (!caller.isUser()) {
                throw ErrorCode.FORBIDDEN.exception("A shared link does not allow this");
            }
            return handler.answer(http, caller);
        });
    }

    /** For callers with the permission, except by a shared link. */
    public static Operation needs(Permission permission, HandlerType method, String path, Handler handler) {
        return any(method, path, permitted(permission, handler));
    }

    /** For callers with the permission, and for shared links, whose assets and rights the handler must observe. */
    public static Operation shared(Permission permission, HandlerType method, String path, Handler handler) {
        return withCredential(method, path, permitted(permission, handler));
    }

    private static Operation withCredential(HandlerType method, String path, Handler handler) {
        return new Operation(method, path, (http, callers) -> handler.answer(http, callers.get(http)));
    }

    private static Handler permitted(Permission permission, Handler handler) {
        return (http, caller) -> {
            caller.require(permission);
            return handler.answer(http, caller);
        };
    }

    /** For admins with the permission. */
    public static Operation admin(Permission permission, HandlerType method, String path, Handler handler) {
        return needs(permission, method, path, (http, caller) -> {
            caller.requireAdmin();
            return handler.answer(http, caller);
        });
    }
}
