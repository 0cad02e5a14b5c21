package app.heirloom.library.album;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import app.heirloom.library.user.UserId;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** Lets others take part in albums, and lets them leave. */
public final class AlbumMembers {
    private final AlbumShelves shelves;
    private final AlbumAccess access;
    private final AlbumNews news;
    private final Transactions transactions;
    private final InstantSource clock;

    public AlbumMembers(
            AlbumShelves shelves, AlbumAccess access, AlbumNews news, Transactions transactions, InstantSource clock) {
        this.shelves = shelves;
        this.access = access;
        this.news = news;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Adds all of these members, or none.
     *
     * @throws app.heirloom.library.error.HeirloomException NO_ACCESS to the album; INVALID when one is to be a second
     *     owner, does not exist, or is a member already
     */
    public void add(Caller caller, AlbumId album, List<Membership> invited) {
        transactions.run(() -> {
            access.get(caller, album, Permission.ALBUM_USER_CREATE);
            join(album, invited);
            news.tell(album);
        });
    }

    /** Gives a member another role; fails as {@link #add}. */
    public void update(Caller caller, AlbumId album, Membership membership) {
        transactions.run(() -> {
            access.get(caller, album, Permission.ALBUM_USER_UPDATE);
            refuseOwner(membership.role());
            requireGuest(album, membership.user());
            shelves.members().save(album, membership);
            news.tell(album);
        });
    }

    /** Takes a member out of the album; whoever is not its owner may leave by himself. */
    public void remove(Caller caller, AlbumId album, UserId member) {
        transactions.run(() -> {
            boolean isLeaving = member.equals(caller.id());
            access.get(caller, album, isLeaving ? Permission.ALBUM_READ : Permission.ALBUM_USER_DELETE);
            requireGuest(album, member);
            Set<UserId> concerned = news.membersOf(album);
            shelves.members().remove(album, member);
            news.tell(album, concerned);
        });
    }

    /** Inside a write that is allowed to. */
    void join(AlbumId album, List<Membership> invited) {
        for (Membership membership : invited) {
            refuseOwner(membership.role());
            if (shelves.users().find(membership.user()).isEmpty()) {
                throw ErrorCode.INVALID.exception("User not found");
            }
            if (!shelves.members().add(album, membership, clock.instant())) {
                throw ErrorCode.INVALID.exception("User already added");
            }
        }
    }

    private static void refuseOwner(AlbumRole role) {
        if (role == AlbumRole.OWNER) {
            throw ErrorCode.INVALID.exception("An album has one owner, who made it");
        }
    }

    private void requireGuest(AlbumId album, UserId user) {
        AlbumRole role = shelves.members()
                .findRole(album, user)
                .orElseThrow(() -> ErrorCode.INVALID.exception("Album not shared with user"));
        if (role == AlbumRole.OWNER) {
            throw ErrorCode.INVALID.exception("The owner of an album stays its owner");
        }
    }
}
