package app.heirloom.library.timeline;

import app.heirloom.library.asset.AssetFilter;
import app.heirloom.library.user.UserId;

/**
 * Which assets a timeline shows and in which order.
 *
 * @param newestFirst of months and of the assets in them
 */
public record TimelineQuery(UserId owner, AssetFilter filter, boolean newestFirst) {}
