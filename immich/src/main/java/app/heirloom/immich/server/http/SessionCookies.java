package app.heirloom.immich.server.http;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The three cookies of a login. They have no domain, since clients match them by host. */
public final class SessionCookies {
    private static final String TOKEN = "immich_access_token";
    private static final String AUTH_TYPE = "immich_auth_type";
    private static final String IS_AUTHENTICATED = "immich_is_authenticated";
    private static final Duration LIFETIME = Duration.ofDays(400);

    private SessionCookies() {}

    /** The page reads {@code immich_is_authenticated} itself; scripts see nothing of the other two. */
    public static void set(Context http, String token) {
        http.cookie(cookie(http, TOKEN, token, LIFETIME, true));
        http.cookie(cookie(http, AUTH_TYPE, "password", LIFETIME, true));
        http.cookie(cookie(http, IS_AUTHENTICATED, "true", LIFETIME, false));
    }

    public static void clear(Context http) {
        http.cookie(cookie(http, TOKEN, "", Duration.ZERO, true));
        http.cookie(cookie(http, AUTH_TYPE, "", Duration.ZERO, true));
        http.cookie(cookie(http, IS_AUTHENTICATED, "", Duration.ZERO, false));
    }

    static @Nullable String token(Context http) {
        return http.cookie(TOKEN);
    }

    private static Cookie cookie(Context http, String name, String value, Duration lifetime, boolean httpOnly) {
        var cookie = new Cookie(name, value);
        cookie.setPath(http.contextPath().isEmpty() ? "/" : http.contextPath());
        cookie.setMaxAge(Math.toIntExact(lifetime.toSeconds()));
        cookie.setSameSite(SameSite.LAX);
        cookie.setHttpOnly(httpOnly);
        cookie.setSecure(http.req().isSecure());
        return cookie;
    }
}
