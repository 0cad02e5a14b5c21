package app.heirloom.library.album;

import app.heirloom.library.user.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who takes part in which album. Every change takes a new change id. */
public interface AlbumMemberRepository {
    Optional<AlbumRole> findRole(AlbumId album, UserId user);

    List<Membership> list(AlbumId album);

    Map<AlbumId, List<Membership>> list(Collection<AlbumId> albums);

    /** Adds the member unless it is one already, and says whether it did. */
    boolean add(AlbumId album, Membership membership, Instant now);

    void save(AlbumId album, Membership membership);

    void remove(AlbumId album, UserId user);
}
