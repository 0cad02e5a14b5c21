package app.heirloom.library.map;

import app.heirloom.library.user.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * What a map shows: the owner's assets of the timeline outside the trash.
 *
 * @param withArchived whether those of the archive as well
 * @param takenAfter the bounds count as within
 */
public record MapQuery(
        UserId owner,
        boolean withArchived,
        Optional<Boolean> favorite,
        Optional<Instant> takenAfter,
        Optional<Instant> takenBefore) {}
