package app.heirloom.library.timeline;

import java.time.Instant;
import java.time.LocalDateTime;

/**
 * When an asset was taken.
 *
 * @param instant the exact time
 * @param local the wall clock at the place of capture, which decides the day
 */
public record Taken(Instant instant, LocalDateTime local) {}
