package app.heirloom.immich.json.album;

import app.heirloom.library.album.AlbumCounts;

/** How many albums there are. */
public record AlbumCountsJson(long owned, long shared, long notShared) {
    public static AlbumCountsJson of(AlbumCounts counts) {
        return new AlbumCountsJson(counts.owned(), counts.shared(), counts.notShared());
    }
}
