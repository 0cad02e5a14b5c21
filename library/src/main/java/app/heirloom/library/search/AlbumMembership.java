package app.heirloom.library.search;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Caller.Credential.OfSharedLink;
import app.heirloom.library.user.LinkPass;
import app.heirloom.library.user.UserId;

/** Who may look into which album. */
@FunctionalInterface
public interface AlbumMembership {
    /** Whether the user owns the album, or it is shared with it. */
    boolean isMember(UserId user, AlbumId album);

    /**
     * The widest scope in which the caller may search by the criterion. Fails as NO_ACCESS when the criterion names an
     * album that is not for the caller, or when a link's holder searches without one.
     */
    default SearchScope scopeOf(Caller caller, Criterion criterion) {
        criterion.namedAlbums().distinct().forEach(album -> require(caller, album));
        if (criterion.isConfinedToAlbums()) {
            return caller.isUser() ? new SearchScope.InAlbums(caller.id()) : new SearchScope.Linked(caller.id());
        }
        if (!caller.isUser()) {
            throw ErrorCode.NO_ACCESS.exception("A shared link searches its album: give albumIds");
        }
        return new SearchScope.Owned(caller.id());
    }

    /** Fails as NO_ACCESS unless the caller is a member of the album, or came by a link that shares it. */
    default void require(Caller caller, AlbumId album) {
        boolean permitted = caller.credential() instanceof OfSharedLink(LinkPass pass)
                ? album.value().equals(pass.album())
                : isMember(caller.id(), album);
        if (!permitted) {
            throw ErrorCode.NO_ACCESS.exception("Not found or no album.read access");
        }
    }
}
