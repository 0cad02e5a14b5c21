package app.heirloom.library.remote.duplicate;

import app.heirloom.library.asset.grouping.DuplicateGroupId;
import java.util.Collection;
import java.util.function.Consumer;

/** The duplicate groups of a photo server. */
public interface RemoteDuplicates {
    /** Hands over the user's groups one by one as they arrive, so that never all are in memory. */
    void forEach(Consumer<RemoteDuplicateGroup> action);

    /** Ends the groups; their assets stay as they are. */
    void dismiss(Collection<DuplicateGroupId> groups);
}
