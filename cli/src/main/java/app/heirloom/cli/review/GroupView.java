package app.heirloom.cli.review;

import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.tools.duplicates.AnalyzedAsset;
import app.heirloom.tools.duplicates.AnalyzedGroup;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A group as the page shows it.
 *
 * @param grounds why its members are held to be the same
 * @param doubts why it should be looked at
 * @param members the keeper first
 */
record GroupView(String id, String grounds, String reason, List<String> doubts, List<Member> members) {
    /**
     * A member.
     *
     * @param score from 0 to 100, of its metadata
     */
    record Member(String id, Original original, int score, boolean favorite, boolean external, List<String> albums) {}

    /**
     * Its original.
     *
     * @param size in bytes; null when unknown
     * @param dimensions null when unknown
     */
    record Original(
            String name,
            String path,
            @Nullable Long size,
            @Nullable String dimensions) {}

    static GroupView of(AnalyzedGroup group) {
        List<String> doubts = group.conflicts().isEmpty()
                ? group.doubt().stream().toList()
                : group.conflicts().stream()
                        .map(conflict ->
                                conflict.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": "
                                        + String.join(" or ", conflict.values()))
                        .toList();
        return new GroupView(
                group.id().toString(),
                switch (group.grounds()) {
                    case SERVER -> "the server groups them";
                    case LETTERBOX -> "whole and cut";
                    case BYTES -> "the same bytes";
                    case PIXELS -> "the same pixels";
                    case LOOKS -> "they look alike";
                },
                group.reason(),
                doubts,
                group.assets().map(GroupView::member).toList());
    }

    private static Member member(AnalyzedAsset asset) {
        Dimensions dimensions = asset.file().dimensions();
        var original = new Original(
                asset.file().name(),
                asset.file().path(),
                asset.file().sizeInBytes(),
                dimensions == null ? null : dimensions.toString());
        return new Member(
                asset.id().toString(),
                original,
                asset.score().total(),
                asset.favorite(),
                asset.isExternal(),
                asset.albums());
    }
}
