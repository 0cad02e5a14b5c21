package app.heirloom.tools.duplicates;

import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.duplicate.merge.MetadataConflict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A duplicate group and what to do with it.
 *
 * @param losers what would go, the best first
 * @param reason why the keeper is kept, to be read after "kept because"
 */
public record AnalyzedGroup(
        DuplicateGroupId id,
        Grounds grounds,
        AnalyzedAsset keeper,
        List<AnalyzedAsset> losers,
        List<MetadataConflict> conflicts,
        String reason) {
    public AnalyzedGroup {
        losers = List.copyOf(losers);
        conflicts = List.copyOf(conflicts);
    }

    /** Why somebody should look at it first, if so. */
    public Optional<String> doubt() {
        if (!conflicts.isEmpty()) {
            return Optional.of("its members contradict each other");
        }
        return grounds == Grounds.LOOKS ? Optional.of("its members only look alike") : Optional.empty();
    }

    public boolean needsReview() {
        return doubt().isPresent();
    }

    /** The keeper, then the losers. */
    public Stream<AnalyzedAsset> assets() {
        return Stream.concat(Stream.of(keeper), losers.stream());
    }
}
