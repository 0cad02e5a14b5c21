package app.heirloom.library.timeline;

import app.heirloom.library.asset.Appearance;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetState;
import app.heirloom.library.asset.AssetType;
import java.time.Instant;

/**
 * An asset as far as a timeline shows it.
 *
 * @param created when it came into the library
 */
public record TimelineEntry(
        AssetId id, AssetType type, Taken taken, Instant created, Appearance appearance, AssetState state) {}
