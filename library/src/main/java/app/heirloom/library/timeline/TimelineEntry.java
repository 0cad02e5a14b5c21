package app.heirloom.library.timeline;

import app.heirloom.library.asset.Appearance;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetState;
import app.heirloom.library.asset.AssetTimes;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.user.UserId;

/** An asset as far as a timeline shows it. */
public record TimelineEntry(
        AssetId id, UserId owner, AssetType type, AssetTimes times, Appearance appearance, AssetState state) {}
