package app.heirloom.immich.server.http;

import app.heirloom.library.sharing.LinkProof;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.ArrayList;
import java.util.List;

/** The cookie that remembers for which links the password was given: a list, separated by commas. */
public final class LinkCookie {
    private static final String NAME = "immich_shared_link_token";
    /** Cookies may not hold a comma as such. */
    private static final String SEPARATOR = "%2C";
    /** The newest ones; a browser drops cookies that are too long. */
    private static final int MAX_PROOFS = 20;

    private LinkCookie() {}

    /** Clients of version 2 give the password itself with every request. */
    static List<String> proofs(Context http) {
        var proofs = new ArrayList<>(remembered(http));
        String password = http.queryParam("password");
        if (password != null) {
            proofs.add(password);
        }
        return proofs;
    }

    public static void add(Context http, String proof) {
        var proofs = new ArrayList<>(remembered(http));
        proofs.add(proof);
        List<String> newest = proofs.subList(Math.max(0, proofs.size() - MAX_PROOFS), proofs.size());
        var cookie = new Cookie(NAME, String.join(SEPARATOR, newest));
        cookie.setPath(http.contextPath().isEmpty() ? "/" : http.contextPath());
        cookie.setMaxAge(Math.toIntExact(LinkProof.LIFETIME.toSeconds()));
        cookie.setSameSite(SameSite.LAX);
        cookie.setHttpOnly(true);
        cookie.setSecure(http.req().isSecure());
        http.cookie(cookie);
    }

    private static List<String> remembered(Context http) {
        String value = http.cookie(NAME);
        return value == null ? List.of() : List.of(value.split(SEPARATOR, -1));
    }
}
