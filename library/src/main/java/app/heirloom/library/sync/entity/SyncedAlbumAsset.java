package app.heirloom.library.sync.entity;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.AssetId;

/** That an asset is in an album. */
public record SyncedAlbumAsset(AlbumId album, AssetId asset) {}
