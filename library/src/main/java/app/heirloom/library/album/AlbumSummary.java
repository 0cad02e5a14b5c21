package app.heirloom.library.album;

/**
 * An album with what is counted of it. Its thumbnail is one that it shows.
 *
 * @param linked whether a shared link leads to it
 */
public record AlbumSummary(Album album, AlbumContents contents, boolean linked) {}
