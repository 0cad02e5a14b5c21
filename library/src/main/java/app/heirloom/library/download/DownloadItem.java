package app.heirloom.library.download;

import app.heirloom.library.asset.AssetId;
import org.jspecify.annotations.Nullable;

/**
 * An original to download.
 *
 * @param motion the hidden video of a live photo, which comes along
 */
public record DownloadItem(
        AssetId asset, long sizeInBytes, @Nullable AssetId motion) {}
