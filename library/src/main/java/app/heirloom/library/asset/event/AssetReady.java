package app.heirloom.library.asset.event;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.event.Event;
import app.heirloom.library.user.UserId;

/** The pipeline has done all it can for an asset. */
public record AssetReady(AssetId asset, UserId owner) implements Event {}
