package app.heirloom.library.asset;

import org.jspecify.annotations.Nullable;

/**
 * Which assets to count.
 *
 * @param visibility null means on the timeline or in the archive
 * @param favorite null means both
 */
public record AssetFilter(
        @Nullable Visibility visibility, @Nullable Boolean favorite, boolean trashed) {}
