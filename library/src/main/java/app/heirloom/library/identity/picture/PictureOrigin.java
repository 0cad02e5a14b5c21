package app.heirloom.library.identity.picture;

/**
 * Where a picture comes from.
 *
 * @param server the address of the photo server
 * @param user whose asset it is there, by id
 * @param asset the asset's id there
 */
public record PictureOrigin(String server, String user, String asset) {}
