package app.heirloom.library.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.search.Criterion.All;
import app.heirloom.library.search.Criterion.Any;
import app.heirloom.library.search.Criterion.InAlbum;
import app.heirloom.library.user.Account;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Caller.Credential.OfSession;
import app.heirloom.library.user.Caller.Credential.OfSharedLink;
import app.heirloom.library.user.Device;
import app.heirloom.library.user.LinkPass;
import app.heirloom.library.user.Quota;
import app.heirloom.library.user.Session;
import app.heirloom.library.user.SessionId;
import app.heirloom.library.user.SessionTimes;
import app.heirloom.library.user.SharedLinkId;
import app.heirloom.library.user.User;
import app.heirloom.library.user.UserId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlbumMembershipTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final AlbumId MINE = AlbumId.random();
    private static final AlbumId THEIRS = AlbumId.random();
    private static final Criterion FAVORITE = new Criterion.Is(Flag.FAVORITE);

    private final User ann =
            new User(UserId.random(), new Account("ann@example.org", "Ann", false, false), Quota.UNLIMITED, NOW, NOW);
    private final AlbumMembership membership = (user, album) -> user.equals(ann.id()) && album.equals(MINE);

    @Test
    void withoutAlbumsOnesOwnAssetsAreSearched() {
        var owned = new SearchScope.Owned(ann.id());
        assertThat(membership.scopeOf(user(), FAVORITE)).isEqualTo(owned);
        assertThat(membership.scopeOf(user(), Criterion.not(in(MINE)))).isEqualTo(owned);
        assertThat(membership.scopeOf(user(), new Any(List.of(in(MINE), FAVORITE))))
                .isEqualTo(owned);
        assertThat(membership.scopeOf(user(), new Any(List.of()))).isEqualTo(owned);
    }

    @Test
    void whatIsConfinedToAlbumsIsSearchedInThem() {
        var inAlbums = new SearchScope.InAlbums(ann.id());
        assertThat(membership.scopeOf(user(), new All(List.of(FAVORITE, in(MINE)))))
                .isEqualTo(inAlbums);
        assertThat(membership.scopeOf(user(), new Any(List.of(in(MINE), in(MINE)))))
                .isEqualTo(inAlbums);
    }

    @Test
    void albumsOfOthersMustNotEvenBeNamed() {
        for (Criterion criterion : List.of(in(THEIRS), Criterion.not(in(THEIRS)), new Any(List.of(in(THEIRS))))) {
            assertThatThrownBy(() -> membership.scopeOf(user(), criterion))
                    .hasMessage("Not found or no album.read access");
        }
    }

    @Test
    void aLinkLeadsToItsAlbumAndNowhereElse() {
        Caller holder = new Caller(
                ann, new OfSharedLink(new LinkPass(SharedLinkId.random(), THEIRS.value(), false, true, true)));
        assertThat(membership.scopeOf(holder, in(THEIRS))).isEqualTo(new SearchScope.Linked(ann.id()));
        assertThatThrownBy(() -> membership.scopeOf(holder, in(MINE))).hasMessageContaining("album.read");
        assertThatThrownBy(() -> membership.scopeOf(holder, FAVORITE)).hasMessageContaining("albumIds");
    }

    private static Criterion in(AlbumId album) {
        return new InAlbum(List.of(album));
    }

    private Caller user() {
        var session =
                new Session(SessionId.random(), ann.id(), Device.UNKNOWN, SessionTimes.startingAt(NOW), null, false);
        return new Caller(ann, new OfSession(session, false));
    }
}
