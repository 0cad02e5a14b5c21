package app.heirloom.library.duplicate;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.user.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which assets were judged the same. Only those are seen that their owner still has to judge: in the timeline or the
 * archive, and not in the trash.
 */
public interface DuplicateRepository {
    /** All of the owner's groups, also those with a single asset left. */
    List<DuplicateGroup> list(UserId owner);

    /**
     * Some of the owner's groups of two assets or more, by their ids.
     *
     * @param after only those that come after this one
     */
    List<DuplicateGroup> list(UserId owner, Optional<DuplicateGroupId> after, int limit);

    /** How many groups of two assets or more the owner has. */
    long count(UserId owner);

    Optional<DuplicateGroup> find(UserId owner, DuplicateGroupId id);

    /** Puts the assets into the group, out of any other; what was in it stays. */
    void saveGroup(DuplicateGroup group);

    /** Takes the assets out of whatever groups they are in. */
    void removeFromGroups(Collection<AssetId> assets);

    /** Ends the owner's groups, if they are there; the assets stay. */
    void dissolve(UserId owner, Collection<DuplicateGroupId> ids);
}
