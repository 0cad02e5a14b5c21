package app.heirloom.library.timeline;

import java.time.YearMonth;
import java.util.List;

/** Reads the dated view. The size of a bucket and the count told for it agree within one read. */
public interface TimelineRepository {
    /** Whether the user has the person or the tag. Who may see an album is decided elsewhere. */
    boolean exists(TimelineSelection selection);

    List<TimeBucket> listBuckets(TimelineQuery query);

    /** The month's assets by day, then by instant, both in the query's order. */
    List<TimelineEntry> listEntries(TimelineQuery query, YearMonth month);
}
