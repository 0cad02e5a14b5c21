package app.heirloom.library.resolution;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A duplicate group that was resolved.
 *
 * @param number by which its owner undoes it; the higher, the younger
 * @param undone when it was undone
 * @param members of the group, those that were kept first, as the verdict names them
 */
public record Resolution(
        long number,
        DuplicateGroupId group,
        Instant at,
        @Nullable Instant undone,
        List<Member> members) {
    public Resolution {
        members = List.copyOf(members);
    }

    /**
     * An asset that was judged. It may be gone for good by now.
     *
     * @param trashed since when it has been in the trash; null for one that was kept
     */
    public record Member(
            AssetId id, String fileName, @Nullable Instant trashed) {}
}
