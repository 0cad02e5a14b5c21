package app.heirloom.library.timeline;

import app.heirloom.library.asset.AssetFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which assets a timeline shows and in which order.
 *
 * @param box null means everywhere
 */
public record TimelineQuery(
        TimelineSelection selection,
        AssetFilter filter,
        TimelineOrder order,
        @Nullable BoundingBox box) {}
