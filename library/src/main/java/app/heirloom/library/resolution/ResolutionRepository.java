package app.heirloom.library.resolution;

import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Remembers resolutions, with what it takes to undo them. */
public interface ResolutionRepository {
    /**
     * Notes what was done.
     *
     * @param inheritance empty when nobody inherited
     */
    void add(
            UserId owner,
            DuplicateGroupId group,
            Instant at,
            List<Resolution.Member> members,
            Optional<Inheritance> inheritance);

    /**
     * Some of the owner's resolutions, the youngest first.
     *
     * @param before only those that are older than the one of this number
     */
    List<Resolution> list(UserId owner, Optional<Long> before, int limit);

    Optional<Resolution> find(UserId owner, long number);

    Optional<Inheritance> findInheritance(UserId owner, long number);

    /** Notes that it was undone. */
    void close(long number, Instant undone);

    /** Forgets what was done before then. */
    void removeBefore(Instant instant);
}
