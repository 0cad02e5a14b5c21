package app.heirloom.immich.server.http;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.sharing.LinkAuthentication;
import app.heirloom.library.sharing.SharedLink;
import app.heirloom.library.user.Caller;
import io.javalin.http.Context;
import java.util.Optional;

/** Finds out by which shared link a request came: by its key or, without one, by its slug. */
public final class LinkLookup {
    private final LinkAuthentication links;

    public LinkLookup(LinkAuthentication links) {
        this.links = links;
    }

    /** The link, whether or not its password was given; fails as UNAUTHENTICATED when one is named but not open. */
    public Optional<SharedLink> find(Context http) {
        Optional<String> key = CallerLookup.first(http.header("x-immich-share-key"), http.queryParam("key"));
        if (key.isPresent()) {
            return Optional.of(links.findByKey(key.get())
                    .orElseThrow(() -> ErrorCode.UNAUTHENTICATED.exception("Invalid share key")));
        }
        return CallerLookup.first(http.header("x-immich-share-slug"), http.queryParam("slug"))
                .map(slug -> links.findBySlug(slug)
                        .orElseThrow(() -> ErrorCode.UNAUTHENTICATED.exception("Invalid share slug")));
    }

    /** Its holder, if there is one; fails as UNAUTHENTICATED without the password of a link that has one. */
    Optional<Caller> findCaller(Context http) {
        return find(http).map(link -> links.callerOf(link, LinkCookie.proofs(http)));
    }
}
