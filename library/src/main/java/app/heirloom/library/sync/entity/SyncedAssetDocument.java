package app.heirloom.library.sync.entity;

import app.heirloom.library.asset.AssetId;

/** What clients remember of an asset under a key, as a JSON text. */
public record SyncedAssetDocument(AssetId asset, String key, String document) {}
