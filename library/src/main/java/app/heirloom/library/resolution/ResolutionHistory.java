package app.heirloom.library.resolution;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.event.StacksChanged;
import app.heirloom.library.duplicate.DuplicateGroup;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.event.Events;
import app.heirloom.library.resolution.DuplicateResolution.Acts;
import app.heirloom.library.resolution.DuplicateResolution.Rows;
import app.heirloom.library.resolution.Resolution.Member;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What owners decided about their duplicate groups, and the way back. */
public final class ResolutionHistory {
    private static final int LEAST = 2;

    private final Rows rows;
    private final Acts acts;
    private final Reversal reversal;
    private final Transactions transactions;
    private final Events events;
    private final InstantSource clock;

    /**
     * How far an undo went.
     *
     * @param restored what is out of the trash again
     * @param lost what was deleted for good meanwhile
     * @param takenBack what the heir has no more, in words for people
     * @param changed what the heir keeps, since it was changed meanwhile or nobody may see it without the PIN code
     */
    public record Undone(List<AssetId> restored, List<Member> lost, Set<String> takenBack, Set<String> changed) {}

    public ResolutionHistory(
            Rows rows, Heritage heritage, Acts acts, Transactions transactions, Events events, InstantSource clock) {
        this.rows = rows;
        this.acts = acts;
        this.reversal = new Reversal(rows, heritage, acts);
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Some of the caller's resolutions, the youngest first; as in {@link ResolutionRepository#list}. */
    public List<Resolution> list(Caller caller, Optional<Long> before, int limit) {
        return transactions.read(() -> rows.resolutions().list(caller.id(), before, limit));
    }

    /**
     * Takes what was put into the trash out of it, takes from the heir what it got, and makes them a group again; all of that
     * as far as nobody did anything else with them since.
     *
     * @throws app.heirloom.library.error.HeirloomException NO_ACCESS when the caller has no such resolution, or it was
     *     longer ago than it is remembered; INVALID when it is undone already
     */
    public Undone undo(Caller caller, long number) {
        return transactions.write(() -> {
            Resolution resolution = rows.resolutions()
                    .find(caller.id(), number)
                    .orElseThrow(() -> ErrorCode.NO_ACCESS.exception(
                            "Not found or no " + Permission.DUPLICATE_DELETE.dottedName() + " access"));
            if (resolution.undone() != null) {
                throw ErrorCode.INVALID.exception("This was undone already");
            }
            Undone undone = undo(caller, resolution);
            rows.resolutions().close(number, clock.instant());
            return undone;
        });
    }

    private Undone undo(Caller caller, Resolution resolution) {
        Map<AssetId, Asset> there = existing(resolution.members());
        List<AssetId> restored = resolution.members().stream()
                .filter(member -> isInTrashSince(there.get(member.id()), member))
                .map(Member::id)
                .toList();
        acts.trash().putBack(restored);
        Optional<Reversal.Extent> extent = rows.resolutions()
                .findInheritance(caller.id(), resolution.number())
                .filter(inheritance -> mayTouch(caller, there.get(inheritance.heir())))
                .map(reversal::takeBack);
        extent.filter(Reversal.Extent::concernsStacks).ifPresent(_ -> announceStacks(caller));
        regroup(caller, resolution);
        List<Member> lost = resolution.members().stream()
                .filter(member -> member.trashed() != null && !there.containsKey(member.id()))
                .toList();
        return new Undone(
                restored,
                lost,
                extent.map(Reversal.Extent::takenBack).orElse(Set.of()),
                extent.map(Reversal.Extent::changed).orElse(Set.of()));
    }

    private Map<AssetId, Asset> existing(List<Member> members) {
        Map<AssetId, Asset> there = new HashMap<>();
        rows.assets().list(members.stream().map(Member::id).toList()).forEach(asset -> there.put(asset.id(), asset));
        return there;
    }

    /** One that was taken out of the trash and thrown away again is there by another decision. */
    private static boolean isInTrashSince(@Nullable Asset asset, Member member) {
        return asset != null
                && member.trashed() != null
                && member.trashed().equals(asset.state().trashed());
    }

    private static boolean mayTouch(Caller caller, @Nullable Asset heir) {
        return heir != null && (heir.state().visibility() != Visibility.LOCKED || caller.isElevated());
    }

    /** Those that stayed count as duplicates of each other again. */
    private void regroup(Caller caller, Resolution resolution) {
        Map<AssetId, Asset> now = existing(resolution.members());
        List<AssetId> group = resolution.members().stream()
                .flatMap(member -> Stream.ofNullable(now.get(member.id())))
                .filter(ResolutionHistory::isToBeJudged)
                .map(Asset::id)
                .toList();
        if (group.size() < LEAST) {
            return;
        }
        acts.dismissals()
                .takeBack(
                        caller.id(),
                        resolution.members().stream()
                                .filter(member -> member.trashed() == null)
                                .flatMap(member -> Stream.ofNullable(now.get(member.id())))
                                .toList());
        rows.duplicates().saveGroup(new DuplicateGroup(resolution.group(), group));
    }

    private static boolean isToBeJudged(Asset asset) {
        Visibility visibility = asset.state().visibility();
        return asset.state().trashed() == null
                && Objects.isNull(asset.state().grouping().duplicateGroup())
                && (visibility == Visibility.TIMELINE || visibility == Visibility.ARCHIVE);
    }

    private void announceStacks(Caller caller) {
        transactions.afterCommit(() -> events.publish(new StacksChanged(caller.id())));
    }
}
