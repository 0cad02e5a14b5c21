package app.heirloom.tools.finding;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.appearance.Dimensions;
import org.jspecify.annotations.Nullable;

/**
 * As much of an asset as is held of all of them at once.
 *
 * @param content its SHA-1; where nothing can have the same bytes, any other that is its own
 * @param picture whether it is a photo, not a video
 * @param dimensions null when unknown
 */
public record ListedAsset(
        AssetId id,
        Checksum content,
        boolean picture,
        @Nullable Dimensions dimensions) {}
