package app.heirloom.tools.duplicates;

import app.heirloom.library.asset.DuplicateGroupId;
import app.heirloom.library.duplicate.MetadataConflict;
import java.util.List;
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

    public boolean needsReview() {
        return !conflicts.isEmpty();
    }

    /** The keeper, then the losers. */
    public Stream<AnalyzedAsset> assets() {
        return Stream.concat(Stream.of(keeper), losers.stream());
    }
}
