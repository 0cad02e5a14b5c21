package app.heirloom.library.album;

import java.util.List;
import java.util.Optional;

/** Albums as such. Every change takes a new change id. */
public interface AlbumRepository {
    Optional<Album> find(AlbumId id);

    /** The newest first. An album with many assets takes no longer than one with few. */
    List<AlbumSummary> list(AlbumFilter filter);

    AlbumCounts count(AlbumFilter filter);

    void add(Album album);

    /** Writes everything but the thumbnail's repair; see {@link #refresh}. */
    void save(Album album);

    /** After its assets changed: it changed too, and shows a thumbnail that it still has. */
    void refresh(Album album);

    /** Removes it for all of its members. */
    void remove(AlbumId id);
}
