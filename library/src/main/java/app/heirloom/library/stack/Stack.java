package app.heirloom.library.stack;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.StackId;
import app.heirloom.library.user.UserId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Assets of one owner that are shown as one.
 *
 * @param assets at least two, each once, the primary asset first
 */
public record Stack(StackId id, UserId owner, List<AssetId> assets) {
    public static final int LEAST = 2;

    public Stack {
        assets = List.copyOf(assets);
        if (assets.size() < LEAST || Set.copyOf(assets).size() < assets.size()) {
            throw new IllegalArgumentException("a stack needs two different assets or more: " + assets);
        }
    }

    /** The one that stands for all. */
    public AssetId primary() {
        return assets.getFirst();
    }

    /** With another of its assets as the primary one. */
    public Stack withPrimary(AssetId primary) {
        Set<AssetId> reordered = new LinkedHashSet<>();
        reordered.add(primary);
        reordered.addAll(assets);
        return new Stack(id, owner, List.copyOf(reordered));
    }
}
