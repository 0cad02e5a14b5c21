package app.heirloom.library.asset.usage;

import app.heirloom.library.asset.AssetCounts;
import app.heirloom.library.user.UserId;

/**
 * How much a user has: what is not in the trash as numbers, and all originals that were uploaded as bytes.
 *
 * @param counts the parts of live photos are counted as one
 */
public record Usage(UserId user, AssetCounts counts, long imageBytes, long videoBytes) {}
