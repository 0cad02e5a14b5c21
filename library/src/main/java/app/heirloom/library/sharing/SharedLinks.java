package app.heirloom.library.sharing;

import app.heirloom.library.album.AlbumAccess;
import app.heirloom.library.album.AlbumId;
import app.heirloom.library.album.content.AlbumAssets;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Outcome;
import app.heirloom.library.asset.Outcome.Refusal;
import app.heirloom.library.asset.access.AssetAccess;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.LinkPass;
import app.heirloom.library.user.Permission;
import app.heirloom.library.user.SharedLinkId;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Makes, changes and ends shared links. */
public final class SharedLinks {
    private final SharedLinkRepository links;
    private final AlbumAccess albums;
    private final AlbumAssets contents;
    private final AssetAccess assets;
    private final Transactions transactions;
    private final InstantSource clock;

    public SharedLinks(
            SharedLinkRepository links,
            AlbumAccess albums,
            AlbumAssets contents,
            AssetAccess assets,
            Transactions transactions,
            InstantSource clock) {
        this.links = links;
        this.albums = albums;
        this.contents = contents;
        this.assets = assets;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Shares an album; fails as NO_ACCESS when it is not the caller's to share, as INVALID when the slug is taken. */
    public SharedLinkId shareAlbum(Caller caller, AlbumId album, LinkTerms terms) {
        albums.get(caller, album, Permission.ALBUM_SHARE);
        var link =
                new SharedLink(SharedLinkId.random(), caller.id(), LinkSecret.random(), album, terms, clock.instant());
        transactions.run(() -> add(link));
        return link.id();
    }

    /** Shares the caller's own assets; fails as NO_ACCESS when one is not, as INVALID when the slug is taken. */
    public SharedLinkId shareAssets(Caller caller, Collection<AssetId> ids, LinkTerms terms) {
        assets.list(caller, ids, Permission.SHARED_LINK_CREATE);
        var link =
                new SharedLink(SharedLinkId.random(), caller.id(), LinkSecret.random(), null, terms, clock.instant());
        transactions.run(() -> {
            add(link);
            links.addAssets(link.id(), ids);
        });
        return link.id();
    }

    private void add(SharedLink link) {
        requireFree(link);
        links.add(link);
    }

    /** Writes are serial, so that nobody takes the slug in between. */
    private void requireFree(SharedLink link) {
        String slug = link.terms().slug();
        if (slug != null
                && links.findBySlug(slug)
                        .filter(other -> !other.id().equals(link.id()))
                        .isPresent()) {
            throw ErrorCode.INVALID.exception("Shared link with this slug already exists");
        }
    }

    /** Fails as NO_ACCESS when it is not the caller's. */
    public SharedLink get(Caller caller, SharedLinkId id, Permission permission) {
        return transactions
                .read(() -> links.find(id))
                .filter(link -> link.owner().equals(caller.id()))
                .orElseThrow(
                        () -> ErrorCode.NO_ACCESS.exception("Not found or no " + permission.dottedName() + " access"));
    }

    /** All of the caller's links. */
    public List<SharedLink> list(Caller caller) {
        return transactions.read(() -> links.list(caller.id()));
    }

    /** Fails as {@link #get}; as INVALID when the slug is taken. */
    public void update(Caller caller, SharedLinkId id, UnaryOperator<LinkTerms> edit) {
        transactions.run(() -> {
            SharedLink link = get(caller, id, Permission.SHARED_LINK_UPDATE);
            SharedLink updated = link.withTerms(edit.apply(link.terms()));
            requireFree(updated);
            links.save(updated);
        });
    }

    public void remove(Caller caller, SharedLinkId id) {
        transactions.run(() -> {
            get(caller, id, Permission.SHARED_LINK_DELETE);
            links.remove(id);
        });
    }

    /** Lets a link to single assets share more of the caller's own; tells what became of each. */
    public List<Outcome> addAssets(Caller caller, SharedLinkId id, Collection<AssetId> ids) {
        Set<AssetId> own = assets.filter(caller, ids, Permission.SHARED_LINK_UPDATE);
        return transactions.write(() -> {
            requireSingle(get(caller, id, Permission.SHARED_LINK_UPDATE));
            Set<AssetId> added = links.addAssets(id, own);
            return AlbumAssets.outcomes(
                    ids, added, asset -> own.contains(asset) ? Refusal.DUPLICATE : Refusal.NO_PERMISSION);
        });
    }

    public List<Outcome> removeAssets(Caller caller, SharedLinkId id, Collection<AssetId> ids) {
        return transactions.write(() -> {
            requireSingle(get(caller, id, Permission.SHARED_LINK_UPDATE));
            return AlbumAssets.outcomes(ids, links.removeAssets(id, ids), asset -> Refusal.NOT_FOUND);
        });
    }

    private static void requireSingle(SharedLink link) {
        if (link.album() != null) {
            throw ErrorCode.INVALID.exception("The shared link shares an album: change what lies in that");
        }
    }

    /** What came by a link is the link owner's, and joins what the link shares. */
    public void receive(Caller holder, LinkPass pass, AssetId asset) {
        UUID album = pass.album();
        if (album == null) {
            transactions.run(() -> links.addAssets(pass.link(), List.of(asset)));
        } else {
            contents.receive(holder, new AlbumId(album), asset);
        }
    }
}
