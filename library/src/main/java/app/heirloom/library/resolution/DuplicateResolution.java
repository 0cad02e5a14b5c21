package app.heirloom.library.resolution;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRelations;
import app.heirloom.library.asset.AssetRelations.Gift;
import app.heirloom.library.asset.AssetRelations.Relation;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.asset.Outcome;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.duplicate.Dismissals;
import app.heirloom.library.duplicate.DuplicateGroup;
import app.heirloom.library.duplicate.DuplicateRepository;
import app.heirloom.library.duplicate.merge.KnownMetadata;
import app.heirloom.library.duplicate.merge.MetadataGain;
import app.heirloom.library.metadata.CaptureTime;
import app.heirloom.library.metadata.edit.AssetEdit;
import app.heirloom.library.metadata.edit.AssetEditing;
import app.heirloom.library.resolution.Inheritance.Stacking;
import app.heirloom.library.resolution.Resolution.Member;
import app.heirloom.library.stack.Stack;
import app.heirloom.library.stack.StackRepository;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.trash.Trash;
import app.heirloom.library.user.Caller;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Ends duplicate groups: of each, some assets stay and the others go to the trash. The first that stays inherits what
 * is known of those that go, and what hangs on them; they keep it too, in case they come back. Those that stay
 * are no duplicates of each other from now on. {@link ResolutionHistory} is the way back.
 */
public final class DuplicateResolution {
    private final Rows rows;
    private final Heritage heritage;
    private final Acts acts;
    private final Transactions transactions;
    private final InstantSource clock;

    /** What a resolution reads and writes by itself. */
    public record Rows(
            DuplicateRepository duplicates,
            AssetRepository assets,
            AssetRelations relations,
            StackRepository stacks,
            ResolutionRepository resolutions) {}

    /** What is done to assets, by those who do it elsewhere too. */
    public record Acts(AssetEditing editing, Trash trash, Dismissals dismissals) {}

    public DuplicateResolution(
            Rows rows, Heritage heritage, Acts acts, Transactions transactions, InstantSource clock) {
        this.rows = rows;
        this.heritage = heritage;
        this.acts = acts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Carries the verdicts out, each wholly or not at all, and tells for each group how it went. */
    public List<Outcome> resolve(Caller caller, List<Verdict> verdicts) {
        return verdicts.stream()
                .map(verdict -> transactions.write(() -> resolve(caller, verdict)))
                .toList();
    }

    private Outcome resolve(Caller caller, Verdict verdict) {
        Optional<DuplicateGroup> group = rows.duplicates().find(caller.id(), verdict.group());
        if (group.isEmpty()) {
            return Outcome.refused(verdict.group().value(), Outcome.Refusal.NOT_FOUND);
        }
        Optional<String> fault = verdict.faultAbout(group.get());
        if (fault.isPresent()) {
            return Outcome.invalid(verdict.group().value(), fault.get());
        }
        Optional<Inheritance> inheritance =
                verdict.heir().map(heir -> inherit(rows.assets().get(heir), verdict.trashed()));
        acts.trash().put(verdict.trashed());
        acts.dismissals().dismiss(caller.id(), rows.assets().list(verdict.kept()));
        rows.duplicates().dissolve(caller.id(), List.of(verdict.group()));
        rows.resolutions().add(caller.id(), verdict.group(), clock.instant(), members(verdict), inheritance);
        return Outcome.changed(verdict.group().value());
    }

    private Inheritance inherit(Asset heir, List<AssetId> from) {
        KnownMetadata before = heritage.of(heir);
        KnownMetadata after = heritage.merged(before, from);
        AssetEdit edit = MetadataGain.between(before, after);
        if (!edit.equals(MetadataGain.NONE)) {
            acts.editing().edit(heir, edit);
        }
        List<Stack> stacks = stacksOf(heir.id(), from);
        List<Gift> gifts = rows.relations().copy(kinds(after.visibility()), from, heir.id());
        var taken = new CaptureTime(heir.times().captured(), heir.times().local());
        return new Inheritance(heir.id(), before, after, taken, gifts, stacking(heir.id(), stacks));
    }

    private List<Stack> stacksOf(AssetId heir, List<AssetId> others) {
        return Stream.concat(Stream.of(heir), others.stream())
                .flatMap(asset -> rows.stacks().findByAsset(asset).stream())
                .distinct()
                .toList();
    }

    private Stacking stacking(AssetId heir, List<Stack> before) {
        Optional<Stack> after = rows.stacks().findByAsset(heir);
        boolean isAsBefore = before.isEmpty() || (before.size() == 1 && after.equals(Optional.of(before.getFirst())));
        return isAsBefore ? Stacking.UNCHANGED : new Stacking(before, after.orElse(null));
    }

    private List<Member> members(Verdict verdict) {
        List<AssetId> judged = Stream.concat(verdict.kept().stream(), verdict.trashed().stream())
                .toList();
        Map<AssetId, Asset> found = new HashMap<>();
        rows.assets().list(judged).forEach(asset -> found.put(asset.id(), asset));
        return judged.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(asset -> new Member(
                        asset.id(), asset.original().fileName(), asset.state().trashed()))
                .toList();
    }

    /** What is locked is in no album and behind no link. */
    private static Set<Relation> kinds(Visibility visibility) {
        return visibility == Visibility.LOCKED
                ? EnumSet.complementOf(EnumSet.of(Relation.ALBUMS, Relation.SHARED_LINKS))
                : EnumSet.allOf(Relation.class);
    }
}
