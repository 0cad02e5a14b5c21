package app.heirloom.library.sharing;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.user.LinkPass;
import app.heirloom.library.user.SharedLinkId;
import app.heirloom.library.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A way for everybody who knows its secret to see an album or single assets.
 *
 * @param album null when it shares single assets
 */
public record SharedLink(
        SharedLinkId id,
        UserId owner,
        LinkSecret secret,
        @Nullable AlbumId album,
        LinkTerms terms,
        Instant created) {
    SharedLink withTerms(LinkTerms newTerms) {
        return new SharedLink(id, owner, secret, album, newTerms, created);
    }

    LinkPass pass() {
        LinkRights rights = terms.rights();
        return new LinkPass(
                id, album == null ? null : album.value(), rights.upload(), rights.download(), rights.metadata());
    }
}
