package app.heirloom.immich.server.sharing;

import app.heirloom.immich.Library;
import app.heirloom.immich.json.sharing.SharedLinkJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.immich.server.http.LinkCookie;
import app.heirloom.immich.server.http.LinkLookup;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.sharing.SharedLink;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.LinkPass;
import app.heirloom.library.user.Permission;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;

/** What the holder of a link asks of the link itself. */
final class LinkHolderRoutes {
    private final Library.Sharing sharing;
    private final LinkLookup lookup;

    LinkHolderRoutes(Library.Sharing sharing, LinkLookup lookup) {
        this.sharing = sharing;
        this.lookup = lookup;
    }

    Answer mine(Context http, Caller caller) {
        if (!(caller.credential() instanceof Caller.Credential.OfSharedLink(LinkPass pass))) {
            throw ErrorCode.FORBIDDEN.exception("Not authenticated by a shared link");
        }
        SharedLink link = sharing.links().get(caller, pass.link(), Permission.SHARED_LINK_READ);
        return Answer.ok(SharedLinkJson.of(sharing.gallery().view(link), caller));
    }

    /** Takes the password of the link that the request names, and remembers that it was given. */
    Answer login(Context http) throws IOException {
        SharedLink link =
                lookup.find(http).orElseThrow(() -> ErrorCode.UNAUTHENTICATED.exception("Authentication required"));
        String proof =
                sharing.authentication().login(link, JsonFields.ofBody(http).text("password"));
        LinkCookie.add(http, proof);
        Caller holder = sharing.authentication().callerOf(link, List.of(proof));
        return Answer.created(SharedLinkJson.of(sharing.gallery().view(link), holder));
    }
}
