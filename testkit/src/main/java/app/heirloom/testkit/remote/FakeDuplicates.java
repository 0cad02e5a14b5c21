package app.heirloom.testkit.remote;

import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.RemoteState.Grouping;
import app.heirloom.library.remote.duplicate.RemoteDuplicateGroup;
import app.heirloom.library.remote.duplicate.RemoteDuplicates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Duplicate groups in memory; those of a single asset are never told. */
record FakeDuplicates(FakeShelves shelves) implements RemoteDuplicates {
    @Override
    public void forEach(Consumer<RemoteDuplicateGroup> action) {
        Map<DuplicateGroupId, List<RemoteAsset>> groups = new LinkedHashMap<>();
        for (RemoteAsset asset : shelves.all()) {
            DuplicateGroupId group = asset.state().grouping().duplicateGroup();
            if (group != null && !asset.state().trashed()) {
                groups.computeIfAbsent(group, absent -> new ArrayList<>()).add(asset);
            }
        }
        groups.forEach((id, assets) -> {
            if (assets.size() > 1) {
                action.accept(new RemoteDuplicateGroup(id, assets));
            }
        });
    }

    @Override
    public void dismiss(Collection<DuplicateGroupId> groups) {
        synchronized (shelves) {
            for (RemoteAsset asset : shelves.all()) {
                Grouping old = asset.state().grouping();
                if (old.duplicateGroup() != null && groups.contains(old.duplicateGroup())) {
                    shelves.replace(asset.withState(asset.state().withGrouping(old.inDuplicateGroup(null))));
                }
            }
        }
    }
}
