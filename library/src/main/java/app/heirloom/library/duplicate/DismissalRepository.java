package app.heirloom.library.duplicate;

import app.heirloom.library.asset.Checksum;
import app.heirloom.library.user.UserId;
import java.util.Collection;
import java.util.Set;

/** Contents that their owner says are no duplicates of each other. */
public interface DismissalRepository {
    void add(UserId owner, Collection<ContentPair> pairs);

    void remove(UserId owner, Collection<ContentPair> pairs);

    /** The pairs of which both are among these contents. */
    Set<ContentPair> list(UserId owner, Collection<Checksum> contents);
}
