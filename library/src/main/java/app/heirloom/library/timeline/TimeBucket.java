package app.heirloom.library.timeline;

import java.time.YearMonth;

/** One month of a timeline, by the wall clock at the place of capture. */
public record TimeBucket(YearMonth month, long count) {}
