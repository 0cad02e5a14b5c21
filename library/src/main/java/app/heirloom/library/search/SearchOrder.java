package app.heirloom.library.search;

/** By what a result is ordered; assets that are equal in that, by their ids. What is unknown comes last. */
public record SearchOrder(Key key, boolean descending) {
    public static final SearchOrder NEWEST_FIRST = new SearchOrder(Key.CAPTURED, true);

    /** What is compared. */
    public enum Key {
        CAPTURED,
        LOCAL,
        SIZE_IN_BYTES,
        RATING
    }
}
