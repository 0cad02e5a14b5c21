package app.heirloom.library.stack;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.StackId;
import app.heirloom.library.user.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Stacks, and the only writer of which asset is in which. An asset is in one stack at most; a stack that loses assets
 * is settled in the same transaction: with fewer than two left it dissolves, and a lost primary asset is replaced by
 * the oldest that is not in the trash.
 */
public interface StackRepository {
    Optional<Stack> find(StackId id);

    /** The stack that the asset is in. */
    Optional<Stack> findByAsset(AssetId asset);

    /** All of the owner's stacks, the oldest first. */
    List<Stack> list(UserId owner);

    /** Writes a new stack, or an old one's assets and primary. Its assets leave the stacks that they were in. */
    void save(Stack stack);

    /** Dissolves the stacks; the assets stay. */
    void remove(Collection<StackId> ids);

    /** Takes the assets out of their stacks. */
    void release(Collection<AssetId> assets);
}
