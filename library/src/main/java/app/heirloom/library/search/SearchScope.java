package app.heirloom.library.search;

import app.heirloom.library.user.UserId;

/** Among which assets is searched. */
public sealed interface SearchScope {
    /** Who searches. */
    UserId user();

    /** Those that the user owns. */
    record Owned(UserId user) implements SearchScope {}

    /**
     * Those of anybody, except what is locked and what is in the trash of others. The criterion must confine the search
     * to albums that the user may see.
     */
    record InAlbums(UserId user) implements SearchScope {}

    /** The same for one who came by a link of the user's: without the user's trash and favourites. */
    record Linked(UserId user) implements SearchScope {}
}
