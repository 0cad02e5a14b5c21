package app.heirloom.library.download;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.album.content.AlbumAssets;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.asset.Original;
import app.heirloom.library.asset.access.AssetAccess;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Many originals at once. The motion video of a live photo comes with its still and needs no right of its own. */
public final class Download {
    private final DownloadRepository downloads;
    private final AssetRepository assets;
    private final AlbumAssets albums;
    private final AssetAccess access;
    private final Transactions transactions;

    public Download(
            DownloadRepository downloads,
            AssetRepository assets,
            AlbumAssets albums,
            AssetAccess access,
            Transactions transactions) {
        this.downloads = downloads;
        this.assets = assets;
        this.albums = albums;
        this.access = access;
        this.transactions = transactions;
    }

    /** Divides the assets into archives; fails when a single one is not for the caller. */
    public DownloadPlan plan(Caller caller, Collection<AssetId> ids, long archiveSizeInBytes) {
        access.list(caller, ids, Permission.ASSET_DOWNLOAD);
        return transactions.read(() -> plan(downloads.list(new LinkedHashSet<>(ids)), archiveSizeInBytes));
    }

    /** Divides what lies in the album into archives. */
    public DownloadPlan planAlbum(Caller caller, AlbumId album, long archiveSizeInBytes) {
        return plan(caller, albums.listForDownload(caller, album), archiveSizeInBytes);
    }

    /** Divides all that the caller has into archives: the timeline and the archive, without the trash. */
    public DownloadPlan planAll(Caller caller, long archiveSizeInBytes) {
        caller.require(Permission.ASSET_DOWNLOAD);
        return transactions.read(() -> plan(downloads.listAll(caller.id()), archiveSizeInBytes));
    }

    /** The originals, in the order given; fails when a single one is not for the caller. */
    public List<Original> list(Caller caller, Collection<AssetId> ids) {
        Map<AssetId, Asset> found = transactions.read(() -> assets.list(new LinkedHashSet<>(ids)).stream()
                .collect(Collectors.toMap(Asset::id, Function.identity())));
        Set<AssetId> motions = found.values().stream()
                .map(asset -> asset.state().livePhotoVideo())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var asked = new LinkedHashSet<>(ids);
        access.list(caller, asked.stream().filter(id -> !motions.contains(id)).toList(), Permission.ASSET_DOWNLOAD);
        return asked.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(Asset::original)
                .toList();
    }

    private DownloadPlan plan(List<DownloadItem> items, long archiveSizeInBytes) {
        List<AssetId> motions = items.stream()
                .map(DownloadItem::motion)
                .filter(Objects::nonNull)
                .toList();
        var all = new ArrayList<>(items);
        Set<AssetId> known = items.stream().map(DownloadItem::asset).collect(Collectors.toSet());
        all.addAll(downloads.list(
                motions.stream().filter(motion -> !known.contains(motion)).toList()));
        return DownloadPlan.of(all, archiveSizeInBytes);
    }
}
