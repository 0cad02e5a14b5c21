package app.heirloom.library.album.content;

import app.heirloom.library.album.Album;
import app.heirloom.library.album.AlbumAccess;
import app.heirloom.library.album.AlbumId;
import app.heirloom.library.album.AlbumNews;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Outcome;
import app.heirloom.library.asset.Outcome.Refusal;
import app.heirloom.library.asset.access.AssetAccess;
import app.heirloom.library.metadata.edit.LockedAssets;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Shows what is in albums, puts assets in and takes them out. */
public final class AlbumAssets implements LockedAssets {
    /** So many are written at once that others who write hardly notice. */
    private static final int PORTION = 2_000;

    private final AlbumAssetRepository contents;
    private final AlbumAccess albums;
    private final AssetAccess assets;
    private final AlbumNews news;
    private final Transactions transactions;
    private final InstantSource clock;

    public AlbumAssets(
            AlbumAssetRepository contents,
            AlbumAccess albums,
            AssetAccess assets,
            AlbumNews news,
            Transactions transactions,
            InstantSource clock) {
        this.contents = contents;
        this.albums = albums;
        this.assets = assets;
        this.news = news;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Puts the caller's own assets into the album.
     *
     * @return what became of each, in the order given
     * @throws app.heirloom.library.error.HeirloomException NO_ACCESS when the album is not the caller's to fill
     */
    public List<Outcome> add(Caller caller, AlbumId album, Collection<AssetId> ids) {
        albums.get(caller, album, Permission.ALBUM_ASSET_CREATE);
        Set<AssetId> present = transactions.read(() -> contents.filter(album, ids));
        Set<AssetId> own = assets.filter(caller, ids, Permission.ALBUM_ASSET_CREATE);
        Set<AssetId> wanted = new LinkedHashSet<>(ids);
        wanted.removeAll(present);
        wanted.retainAll(own);
        Instant now = clock.instant();
        Set<AssetId> added = inPortions(
                caller, album, Permission.ALBUM_ASSET_CREATE, wanted, portion -> contents.add(album, portion, now));
        return outcomes(ids, added, id -> present.contains(id) ? Refusal.DUPLICATE : Refusal.NO_PERMISSION);
    }

    /**
     * What the album shows.
     *
     * @throws app.heirloom.library.error.HeirloomException NO_ACCESS when the caller may not download it
     */
    public List<AssetId> listForDownload(Caller caller, AlbumId album) {
        return transactions.read(() -> contents.listShown(albums.get(caller, album, Permission.ALBUM_DOWNLOAD)));
    }

    /** Who owns how much of what the album shows. */
    public List<Contribution> listContributions(Caller caller, AlbumId id) {
        albums.get(caller, id, Permission.ALBUM_READ);
        return transactions.read(() -> contents.listContributions(id));
    }

    /** What the album shows, in its order. */
    public List<AssetId> list(Caller caller, AlbumId id) {
        Album album = albums.get(caller, id, Permission.ALBUM_READ);
        return transactions.read(() -> contents.listShown(album));
    }

    public List<AlbumPlace> listPlaces(Caller caller, AlbumId id) {
        albums.get(caller, id, Permission.ALBUM_READ);
        return transactions.read(() -> contents.listPlaces(id));
    }

    /** Takes assets out of the album, whoever owns them; the answer and the failure are those of {@link #add}. */
    public List<Outcome> remove(Caller caller, AlbumId album, Collection<AssetId> ids) {
        albums.get(caller, album, Permission.ALBUM_ASSET_DELETE);
        Set<AssetId> wanted = new LinkedHashSet<>(ids);
        Set<AssetId> removed = inPortions(
                caller, album, Permission.ALBUM_ASSET_DELETE, wanted, portion -> contents.remove(album, portion));
        return outcomes(ids, removed, id -> Refusal.NOT_FOUND);
    }

    /** Puts an asset that the holder of a link uploaded into the link's album. */
    public void receive(Caller holder, AlbumId album, AssetId asset) {
        Instant now = clock.instant();
        inPortions(
                holder,
                album,
                Permission.ALBUM_ASSET_CREATE,
                List.of(asset),
                portion -> contents.add(album, portion, now));
    }

    /** What is locked lies in no album. */
    @Override
    public void locked(Collection<AssetId> ids) {
        for (AlbumId album : contents.removeFromAll(ids)) {
            changed(album);
        }
    }

    /** Each portion asks again whether the caller may: the album may be gone by then. */
    private Set<AssetId> inPortions(
            Caller caller,
            AlbumId album,
            Permission permission,
            Collection<AssetId> wanted,
            Function<List<AssetId>, Set<AssetId>> change) {
        var done = new HashSet<AssetId>();
        var all = new ArrayList<>(wanted);
        for (int from = 0; from < all.size(); from += PORTION) {
            List<AssetId> portion = all.subList(from, Math.min(from + PORTION, all.size()));
            done.addAll(transactions.write(() -> {
                albums.get(caller, album, permission);
                return change.apply(portion);
            }));
        }
        if (!done.isEmpty()) {
            transactions.run(() -> changed(album));
        }
        return done;
    }

    private void changed(AlbumId id) {
        contents.refresh(id, clock.instant());
        news.tell(id);
    }

    /** In the order of the ids; what is named twice is a duplicate of itself. */
    public static List<Outcome> outcomes(
            Collection<AssetId> ids, Set<AssetId> done, Function<AssetId, Refusal> refusal) {
        var seen = new HashSet<AssetId>();
        return ids.stream()
                .map(id -> {
                    if (done.contains(id)) {
                        return seen.add(id)
                                ? Outcome.changed(id.value())
                                : Outcome.refused(id.value(), Refusal.DUPLICATE);
                    }
                    return Outcome.refused(id.value(), refusal.apply(id));
                })
                .toList();
    }
}
