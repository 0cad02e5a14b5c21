package app.heirloom.library.asset.document;

import app.heirloom.library.asset.AssetId;
import java.time.Instant;

/**
 * What a client remembers of an asset under a key of its own.
 *
 * @param json an object, kept as it was given
 */
public record AssetDocument(AssetId asset, String key, String json, Instant updated) {}
