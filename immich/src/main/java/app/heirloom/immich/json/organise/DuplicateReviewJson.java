package app.heirloom.immich.json.organise;

import app.heirloom.immich.json.asset.AssetJson;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.duplicate.merge.MetadataConflict;
import app.heirloom.library.resolution.DuplicateReview;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some duplicate groups as their owner judges them. Only Heirloom has this.
 *
 * @param next what to ask for the next page after; null at the end
 */
public record DuplicateReviewJson(long total, @Nullable UUID next, List<CaseJson> groups) {
    /**
     * One group.
     *
     * @param assets the one to keep comes first
     * @param reason why it is kept, to be read after "kept because"
     */
    public record CaseJson(UUID duplicateId, List<AssetJson> assets, String reason, List<ConflictJson> conflicts) {}

    /** What assets contradict each other about. */
    public record ConflictJson(String kind, List<String> values) {}

    public static DuplicateReviewJson of(DuplicateReview.Page page) {
        return new DuplicateReviewJson(
                page.total(),
                page.last().map(DuplicateGroupId::value).orElse(null),
                page.cases().stream().map(DuplicateReviewJson::json).toList());
    }

    private static CaseJson json(DuplicateReview.Case judged) {
        return new CaseJson(
                judged.group().value(),
                judged.members().stream()
                        .map(member -> AssetJson.of(member.asset(), Optional.of(member.exif())))
                        .toList(),
                judged.reason(),
                judged.conflicts().stream().map(DuplicateReviewJson::json).toList());
    }

    private static ConflictJson json(MetadataConflict conflict) {
        return new ConflictJson(conflict.kind().name().toLowerCase(Locale.ROOT), conflict.values());
    }
}
