package app.heirloom.tools.resolution;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.StackId;
import app.heirloom.library.remote.duplicate.RemoteStack;
import app.heirloom.tools.backup.GroupRecord;
import app.heirloom.tools.backup.SavedAsset;
import app.heirloom.tools.backup.Step;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the losers of a whole backup belonged to, since those of several groups may have been in one stack. */
final class BackupTies {
    private final Map<StackId, RemoteStack> stacks = new LinkedHashMap<>();
    private final Map<AssetId, AssetId> currents = new HashMap<>();
    private final Set<AssetId> losers = new HashSet<>();

    /** Of a group whose losers are there again, or would be. */
    void add(GroupRecord record) {
        record.plan()
                .ifPresent(plan -> Stream.concat(plan.losers().stream(), plan.videos().stream())
                        .map(saved -> saved.asset().id())
                        .forEach(id -> {
                            losers.add(record.current(id));
                            if (!record.current(id).equals(id)) {
                                currents.put(id, record.current(id));
                            }
                        }));
        record.ties()
                .map(Step.Tied::stacks)
                .orElse(List.of())
                .forEach(stack -> stacks.merge(stack.id(), stack, BackupTies::united));
    }

    /** A stack loses members while groups are ended: who saw more of it is followed. */
    private static RemoteStack united(RemoteStack one, RemoteStack other) {
        boolean isFirst = one.assets().size() >= other.assets().size();
        Set<AssetId> members = new LinkedHashSet<>((isFirst ? one : other).assets());
        members.addAll((isFirst ? other : one).assets());
        return new RemoteStack(one.id(), List.copyOf(members));
    }

    /** Those that losers of the group were in, whichever group noted that. */
    List<RemoteStack> stacksOf(Step.Planned plan) {
        Set<AssetId> gone = new HashSet<>();
        plan.losers().stream().map(SavedAsset::asset).forEach(asset -> gone.add(asset.id()));
        return stacks.values().stream()
                .filter(stack -> stack.assets().stream().anyMatch(gone::contains))
                .toList();
    }

    /** Under which id an asset is to be found now. */
    AssetId current(AssetId id) {
        return currents.getOrDefault(id, id);
    }

    /** Whether it is there again or, in a dry run, would be. */
    boolean isLoser(AssetId current) {
        return losers.contains(current);
    }
}
