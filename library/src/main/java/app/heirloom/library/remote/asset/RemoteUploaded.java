package app.heirloom.library.remote.asset;

import app.heirloom.library.asset.AssetId;

/**
 * How an upload ended.
 *
 * @param added false when the content was there already, perhaps in the trash; also when an attempt was repeated whose
 *     answer was lost
 */
public record RemoteUploaded(AssetId id, boolean added) {}
