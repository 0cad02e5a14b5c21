package app.heirloom.immich.server.http;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.login.Authentication;
import io.javalin.http.Context;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who sent a request. Credentials are looked for in a fixed order, and the first that is there decides, even
 * when it is invalid and a valid one stands beside it.
 */
public final class CallerLookup {
    private static final String BEARER = "Bearer ";

    private final LinkLookup links;
    private final Authentication authentication;

    public CallerLookup(LinkLookup links, Authentication authentication) {
        this.links = links;
        this.authentication = authentication;
    }

    /** Fails as UNAUTHENTICATED without a valid credential. */
    public Caller get(Context http) {
        return links.findCaller(http).orElseGet(() -> user(http));
    }

    private Caller user(Context http) {
        Optional<String> token = first(
                http.header("x-immich-user-token"),
                http.header("x-immich-session-token"),
                http.queryParam("sessionKey"),
                bearer(http.header("Authorization")),
                SessionCookies.token(http));
        if (token.isPresent()) {
            return authentication.callerOfToken(token.get(), () -> ClientDevice.of(http));
        }
        return first(http.header("x-api-key"), http.queryParam("apiKey"))
                .map(authentication::callerOfApiKey)
                .orElseThrow(() -> ErrorCode.UNAUTHENTICATED.exception("Authentication required"));
    }

    private static @Nullable String bearer(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : null;
    }

    static Optional<String> first(@Nullable String... candidates) {
        return Stream.of(candidates)
                .filter(Objects::nonNull)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
