package app.heirloom.tools.backup;

import app.heirloom.library.asset.AssetId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the latest attempt at a group came to, as its journal tells. */
public final class GroupRecord {
    private final List<Step> steps;

    private GroupRecord(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    static GroupRecord of(List<Step> journal) {
        int start = journal.size();
        for (int i = 0; i < journal.size(); i++) {
            start = journal.get(i) instanceof Step.Planned ? i : start;
        }
        return new GroupRecord(journal.subList(start, journal.size()));
    }

    GroupRecord with(Step step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return of(more);
    }

    /** Empty when nothing was ever begun. */
    public Optional<Step.Planned> plan() {
        return all(Step.Planned.class).stream().findFirst();
    }

    /** Empty when there are none, or nobody has looked. */
    public Optional<Step.Tied> ties() {
        return all(Step.Tied.class).stream().findFirst();
    }

    public Optional<Step.Saved> saved(AssetId asset) {
        return all(Step.Saved.class).stream()
                .filter(saved -> saved.asset().equals(asset))
                .reduce((earlier, later) -> later);
    }

    public List<Step.Saved> saved() {
        return all(Step.Saved.class);
    }

    /** What was to be given to the keeper, attempt by attempt. */
    public List<Gain> gains() {
        return all(Step.Consolidating.class).stream()
                .map(Step.Consolidating::gain)
                .toList();
    }

    /** Whether the server was told to remove the losers, or may have been. */
    public boolean isRemoving() {
        return !all(Step.Removing.class).isEmpty();
    }

    public boolean isRemoved() {
        return !all(Step.Removed.class).isEmpty();
    }

    public boolean isRestored() {
        return !all(Step.Restored.class).isEmpty();
    }

    /** Under which id an asset is to be found now. */
    public AssetId current(AssetId asset) {
        return all(Step.Returning.class).stream()
                .filter(returning -> returning.asset().equals(asset))
                .map(Step.Returning::now)
                .reduce(asset, (earlier, later) -> later);
    }

    /** Whether it came back under another id and has not got all that was known of it yet. */
    public boolean isReturning(AssetId asset) {
        AssetId now = current(asset);
        return !now.equals(asset)
                && all(Step.Returned.class).stream()
                        .noneMatch(returned -> returned.now().equals(now));
    }

    /** Why it went no further, if it failed. */
    public Optional<String> reason() {
        return !steps.isEmpty() && steps.getLast() instanceof Step.Stopped stopped
                ? Optional.of(stopped.reason())
                : Optional.empty();
    }

    private <T extends Step> List<T> all(Class<T> type) {
        return steps.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
