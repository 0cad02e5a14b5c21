package app.heirloom.library.asset.event;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.event.Event;
import app.heirloom.library.user.UserId;

/** A new asset is safe in the library; its metadata and derivatives are still to come. */
public record AssetAdded(AssetId asset, UserId owner) implements Event {}
