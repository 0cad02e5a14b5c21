package app.heirloom.library.sharing;

import app.heirloom.library.album.AlbumFilter;
import app.heirloom.library.album.AlbumId;
import app.heirloom.library.album.AlbumView;
import app.heirloom.library.album.Albums;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.SharedLinkId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks up what links share, for all links of an owner at once. */
public final class LinkGallery {
    private final SharedLinkRepository links;
    private final Albums albums;
    private final AssetRepository assets;
    private final Transactions transactions;

    public LinkGallery(SharedLinkRepository links, Albums albums, AssetRepository assets, Transactions transactions) {
        this.links = links;
        this.albums = albums;
        this.assets = assets;
        this.transactions = transactions;
    }

    public SharedLinkView view(SharedLink link) {
        return views(List.of(link)).getFirst();
    }

    /** What each of these links of one owner shares. */
    public List<SharedLinkView> views(List<SharedLink> found) {
        return transactions.read(() -> {
            Map<AlbumId, AlbumView> shared = albums(found);
            Map<SharedLinkId, List<AssetId>> shown =
                    links.listShown(found.stream().map(SharedLink::id).toList());
            Map<AssetId, Asset> all = assets(shown.values());
            return found.stream()
                    .map(link -> new SharedLinkView(
                            link,
                            Optional.ofNullable(link.album()).map(shared::get),
                            shown.getOrDefault(link.id(), List.of()).stream()
                                    .map(all::get)
                                    .filter(Objects::nonNull)
                                    .toList()))
                    .toList();
        });
    }

    private Map<AlbumId, AlbumView> albums(List<SharedLink> found) {
        List<SharedLink> toAlbums =
                found.stream().filter(link -> link.album() != null).toList();
        if (toAlbums.isEmpty()) {
            return Map.of();
        }
        AlbumFilter all = AlbumFilter.of(toAlbums.getFirst().owner());
        AlbumId first = toAlbums.getFirst().album();
        return albums.list(toAlbums.size() == 1 && first != null ? all.withId(first) : all).stream()
                .collect(Collectors.toMap(view -> view.summary().album().id(), Function.identity()));
    }

    private Map<AssetId, Asset> assets(Collection<List<AssetId>> shown) {
        return assets.list(shown.stream().flatMap(List::stream).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Asset::id, Function.identity()));
    }
}
