package app.heirloom.library.timeline;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetState;
import app.heirloom.library.asset.appearance.Appearance;

/** An asset as far as a timeline shows it. */
public record TimelineEntry(
        AssetId id, Origin origin, Taken taken, Appearance appearance, AssetState state, Scene scene) {}
