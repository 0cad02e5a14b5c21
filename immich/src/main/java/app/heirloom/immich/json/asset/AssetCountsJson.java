package app.heirloom.immich.json.asset;

import app.heirloom.library.asset.AssetCounts;

/** How many assets there are. */
public record AssetCountsJson(long images, long videos, long total) {

    public static AssetCountsJson of(AssetCounts counts) {
        return new AssetCountsJson(counts.images(), counts.videos(), counts.total());
    }
}
