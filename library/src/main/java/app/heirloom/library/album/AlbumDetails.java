package app.heirloom.library.album;

/**
 * What its members call an album and how they see it.
 *
 * @param description empty when there is none
 * @param activityEnabled whether members may comment
 * @param newestFirst the order of its assets
 */
public record AlbumDetails(String name, String description, boolean activityEnabled, boolean newestFirst) {
    /** As albums begin. */
    public static AlbumDetails of(String name, String description) {
        return new AlbumDetails(name, description, true, true);
    }
}
