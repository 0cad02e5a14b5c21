package app.heirloom.library.asset.event;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.event.Event;
import app.heirloom.library.user.UserId;

/** What is known of an asset changed by the hand of its owner, and its sidecar is written. */
public record AssetUpdated(AssetId asset, UserId owner) implements Event {}
