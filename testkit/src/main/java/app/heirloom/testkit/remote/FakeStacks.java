package app.heirloom.testkit.remote;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.StackId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.duplicate.RemoteStack;
import app.heirloom.library.remote.duplicate.RemoteStacks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stacks in memory, which dissolve when fewer than two are left. */
record FakeStacks(FakeShelves shelves) implements RemoteStacks {
    private static final int LEAST = 2;

    @Override
    public Optional<RemoteStack> find(StackId id) {
        synchronized (shelves) {
            return Optional.ofNullable(shelves.stacks.get(id)).map(members -> new RemoteStack(id, members));
        }
    }

    @Override
    public RemoteStack create(List<AssetId> assets) {
        synchronized (shelves) {
            Set<AssetId> members = new LinkedHashSet<>();
            for (AssetId id : assets) {
                members.add(id);
                StackId old = shelves.get(id).state().grouping().stack();
                List<AssetId> led = old == null ? List.of() : shelves.stacks.getOrDefault(old, List.of());
                if (!led.isEmpty() && led.getFirst().equals(id)) {
                    members.addAll(led);
                }
            }
            if (members.size() < LEAST) {
                throw ErrorCode.INVALID.exception("A stack needs at least two assets");
            }
            forget(members);
            StackId id = StackId.random();
            shelves.stacks.put(id, List.copyOf(members));
            members.forEach(member -> mark(member, id));
            return new RemoteStack(id, List.copyOf(members));
        }
    }

    /** Takes the assets, which may be gone, out of their stacks. */
    void forget(Collection<AssetId> assets) {
        for (StackId id : List.copyOf(shelves.stacks.keySet())) {
            List<AssetId> left = new ArrayList<>(shelves.stacks.getOrDefault(id, List.of()));
            left.removeAll(assets);
            if (left.size() < LEAST) {
                shelves.stacks.remove(id);
                left.forEach(member -> mark(member, null));
            } else {
                shelves.stacks.put(id, List.copyOf(left));
            }
        }
    }

    private void mark(AssetId id, @Nullable StackId stack) {
        RemoteAsset asset = shelves.get(id);
        shelves.replace(asset.withState(
                asset.state().withGrouping(asset.state().grouping().inStack(stack))));
    }
}
