package app.heirloom.library.album;

import app.heirloom.library.asset.AssetId;
import java.util.List;
import java.util.Optional;

/** Albums as such. Every change takes a new change id. */
public interface AlbumRepository {
    Optional<Album> find(AlbumId id);

    /** The newest first. An album with many assets takes no longer than one with few. */
    List<AlbumSummary> list(AlbumFilter filter);

    AlbumCounts count(AlbumFilter filter);

    void add(Album album);

    void save(Album album);

    /** Whether the asset lies in it. */
    boolean holds(AlbumId id, AssetId asset);

    /** Removes it for all of its members. */
    void remove(AlbumId id);
}
