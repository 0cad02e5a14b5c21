package app.heirloom.library.album;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * The assets that an album shows, which are on the timeline or in the archive and not in the trash, as numbers.
 *
 * @param span empty when there is none
 */
public record AlbumContents(long assets, Optional<Span> span) {
    /**
     * From when to when.
     *
     * @param start wall clock of the first capture
     * @param end wall clock of the last capture
     * @param lastModified when one of the assets changed last
     */
    public record Span(LocalDateTime start, LocalDateTime end, Instant lastModified) {}
}
