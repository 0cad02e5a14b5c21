package app.heirloom.library.album;

/**
 * How many albums a user has.
 *
 * @param shared those with other members or a link, whoever owns them
 * @param notShared the rest
 */
public record AlbumCounts(long owned, long shared, long notShared) {}
