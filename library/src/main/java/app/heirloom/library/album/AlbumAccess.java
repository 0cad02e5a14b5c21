package app.heirloom.library.album;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.LinkPass;
import app.heirloom.library.user.Permission;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Hands out only those albums that a caller may touch: as a member, or by a shared link to that album. */
public final class AlbumAccess {
    private final AlbumRepository albums;
    private final AlbumMemberRepository members;
    private final Transactions transactions;

    public AlbumAccess(AlbumRepository albums, AlbumMemberRepository members, Transactions transactions) {
        this.albums = albums;
        this.members = members;
        this.transactions = transactions;
    }

    /**
     * The album, if the caller may do this with it. What an API key permits is asked by the operation, not here.
     *
     * @throws app.heirloom.library.error.HeirloomException NO_ACCESS when it does not exist or is not for the caller
     */
    public Album get(Caller caller, AlbumId id, Permission permission) {
        return transactions
                .read(() -> find(caller, id, permission))
                .orElseThrow(
                        () -> ErrorCode.NO_ACCESS.exception("Not found or no " + permission.dottedName() + " access"));
    }

    /** All albums with these ids, each once; fails as {@link #get} when a single one is not for the caller. */
    public List<Album> list(Caller caller, Collection<AlbumId> ids, Permission permission) {
        return transactions.read(() -> new LinkedHashSet<>(ids)
                .stream().map(id -> get(caller, id, permission)).toList());
    }

    private Optional<Album> find(Caller caller, AlbumId id, Permission permission) {
        boolean isPassing = !(caller.credential() instanceof Caller.Credential.OfSharedLink(LinkPass pass))
                || leadsTo(id, pass, permission);
        return isPassing
                        && members.findRole(id, caller.id())
                                .filter(role -> role.permits(permission))
                                .isPresent()
                ? albums.find(id)
                : Optional.empty();
    }

    /** A link never lets its holder do more than its owner may. */
    private static boolean leadsTo(AlbumId id, LinkPass pass, Permission permission) {
        return id.value().equals(pass.album())
                && switch (permission) {
                    case ALBUM_READ -> true;
                    case ALBUM_DOWNLOAD -> pass.download();
                    case ALBUM_ASSET_CREATE -> pass.upload();
                    default -> false;
                };
    }
}
