package app.heirloom.library.search;

import app.heirloom.library.album.AlbumAccess;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;

/** Decides where a caller may search. */
public final class SearchAccess {
    private final AlbumAccess albums;

    public SearchAccess(AlbumAccess albums) {
        this.albums = albums;
    }

    /**
     * The widest scope in which the caller may search by the criterion. Fails as NO_ACCESS when the criterion names an
     * album that is not for the caller, or when a link's holder searches without one.
     */
    public SearchScope scopeOf(Caller caller, Criterion criterion) {
        albums.list(caller, criterion.namedAlbums().toList(), Permission.ALBUM_READ);
        if (criterion.isConfinedToAlbums()) {
            return caller.isUser() ? new SearchScope.InAlbums(caller.id()) : new SearchScope.Linked(caller.id());
        }
        if (!caller.isUser()) {
            throw ErrorCode.NO_ACCESS.exception("A shared link searches its album: give albumIds");
        }
        return new SearchScope.Owned(caller.id());
    }
}
