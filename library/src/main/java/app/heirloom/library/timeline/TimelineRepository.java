package app.heirloom.library.timeline;

import java.time.YearMonth;
import java.util.List;

/** Reads the dated view. The size of a bucket and the count told for it agree within one read. */
public interface TimelineRepository {
    List<TimeBucket> listBuckets(TimelineQuery query);

    /** The month's assets by local day, then by instant of capture, both in the query's order. */
    List<TimelineEntry> listEntries(TimelineQuery query, YearMonth month);
}
