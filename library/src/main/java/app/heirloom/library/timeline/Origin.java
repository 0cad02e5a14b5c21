package app.heirloom.library.timeline;

import app.heirloom.library.asset.AssetType;
import app.heirloom.library.user.UserId;
import java.time.Instant;

/**
 * Where an asset came from.
 *
 * @param created when it came into the library
 */
public record Origin(UserId owner, AssetType type, Instant created) {}
