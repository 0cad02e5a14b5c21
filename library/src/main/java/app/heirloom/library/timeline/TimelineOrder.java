package app.heirloom.library.timeline;

/**
 * How a timeline is laid out.
 *
 * @param newestFirst of months and of the assets in them
 * @param byCreation by when assets came into the library, rather than by when they were taken
 * @param primariesOnly whether of each stack only its primary asset is shown
 */
public record TimelineOrder(boolean newestFirst, boolean byCreation, boolean primariesOnly) {
    public static final TimelineOrder NEWEST_FIRST = new TimelineOrder(true, false, false);
}
