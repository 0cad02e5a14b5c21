package app.heirloom.library.resolution;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRelations;
import app.heirloom.library.asset.AssetRelations.Held;
import app.heirloom.library.asset.AssetRelations.Relation;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.duplicate.DuplicateGroup;
import app.heirloom.library.duplicate.DuplicateRepository;
import app.heirloom.library.duplicate.merge.KnownMetadata;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Shows what a verdict would make of the asset that inherits, and changes nothing. */
public final class MergePreview {
    private final DuplicateRepository duplicates;
    private final AssetRepository assets;
    private final AssetRelations relations;
    private final Heritage heritage;
    private final Transactions transactions;

    /**
     * A merge as it would be.
     *
     * @param before what is known of the heir now
     * @param after what would be known of it
     * @param gained what would hang on it that does not now, each once
     */
    public record Merge(AssetId heir, KnownMetadata before, KnownMetadata after, List<Held> gained) {}

    /**
     * What a verdict would do.
     *
     * @param merge empty when nobody inherits
     */
    public record Shown(DuplicateGroupId group, Optional<Merge> merge) {}

    private record Thing(Relation relation, UUID id) {
        static Thing of(Held held) {
            return new Thing(held.relation(), held.id());
        }
    }

    public MergePreview(
            DuplicateRepository duplicates,
            AssetRepository assets,
            AssetRelations relations,
            Heritage heritage,
            Transactions transactions) {
        this.duplicates = duplicates;
        this.assets = assets;
        this.relations = relations;
        this.heritage = heritage;
        this.transactions = transactions;
    }

    /**
     * In the order of the verdicts.
     *
     * @throws app.heirloom.library.error.HeirloomException NO_ACCESS when the caller has no such group; INVALID when a verdict
     *     does not name each of its assets once
     */
    public List<Shown> show(Caller caller, List<Verdict> verdicts) {
        return transactions.read(
                () -> verdicts.stream().map(verdict -> show(caller, verdict)).toList());
    }

    private Shown show(Caller caller, Verdict verdict) {
        DuplicateGroup group = duplicates
                .find(caller.id(), verdict.group())
                .orElseThrow(() -> ErrorCode.NO_ACCESS.exception(
                        "Not found or no " + Permission.DUPLICATE_READ.dottedName() + " access"));
        verdict.faultAbout(group).ifPresent(fault -> {
            throw ErrorCode.INVALID.exception(fault);
        });
        return new Shown(group.id(), verdict.heir().map(heir -> merge(heir, verdict.trashed())));
    }

    private Merge merge(AssetId heir, List<AssetId> others) {
        KnownMetadata before = heritage.of(assets.get(heir));
        Set<Thing> own = relations.list(List.of(heir)).stream().map(Thing::of).collect(Collectors.toSet());
        Map<Thing, Held> gained = new LinkedHashMap<>();
        relations.list(others).stream()
                .filter(held -> !own.contains(Thing.of(held)))
                .forEach(held -> gained.putIfAbsent(Thing.of(held), held));
        return new Merge(heir, before, heritage.merged(before, others), List.copyOf(gained.values()));
    }
}
