package app.heirloom.library.album.content;

import app.heirloom.library.album.Album;
import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.user.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which assets lie in which album. Every change takes a new change id. A trashed asset stays in its albums, but they do
 * not show it.
 */
public interface AlbumAssetRepository {
    /** Adds those that exist, are not locked and are not in it yet, and returns these. */
    Set<AssetId> add(AlbumId album, Collection<AssetId> assets, Instant now);

    /** Takes out those that are in it, and returns these. */
    Set<AssetId> remove(AlbumId album, Collection<AssetId> assets);

    /** Takes the assets out of all albums and returns the albums that lost one. */
    Set<AlbumId> removeFromAll(Collection<AssetId> assets);

    /** After its assets changed: the album changed too, and shows a thumbnail that it still has. */
    void refresh(AlbumId album, Instant now);

    /** Those that are in it. */
    Set<AssetId> filter(AlbumId album, Collection<AssetId> assets);

    /**
     * Those that some album shows to the member, the motion videos of live photos included.
     *
     * @param album if not null, only this one counts
     */
    Set<AssetId> filterShown(UserId member, @Nullable AlbumId album, Collection<AssetId> assets);

    /** What it shows, in its order. */
    List<AssetId> listShown(Album album);

    List<Contribution> listContributions(AlbumId album);

    /** Of those that it shows and whose place is known, the newest first. */
    List<AlbumPlace> listPlaces(AlbumId album);
}
