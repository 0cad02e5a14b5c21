package app.heirloom.library.resolution;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.duplicate.DuplicateGroup;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an owner decides about a group: which assets stay, and which go to the trash. */
public record Verdict(DuplicateGroupId group, List<AssetId> kept, List<AssetId> trashed) {
    public Verdict {
        kept = List.copyOf(kept);
        trashed = List.copyOf(trashed);
    }

    /** The asset that gets what those that go have; empty when none stays, or none goes. */
    Optional<AssetId> heir() {
        return trashed.isEmpty() ? Optional.empty() : kept.stream().findFirst();
    }

    /** Why this is no verdict about exactly these assets, if it is not. */
    Optional<String> faultAbout(DuplicateGroup group) {
        Set<AssetId> named = new HashSet<>(kept);
        named.addAll(trashed);
        Set<AssetId> members = Set.copyOf(group.assets());
        if (named.size() < kept.size() + trashed.size()) {
            return Optional.of("An asset is named twice: each is either kept or trashed");
        }
        if (!members.containsAll(named)) {
            return Optional.of("An asset is not in the duplicate group");
        }
        return named.size() < members.size()
                ? Optional.of("Each asset of the duplicate group must be either kept or trashed")
                : Optional.empty();
    }
}
