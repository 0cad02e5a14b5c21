package app.heirloom.library.asset.event;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.event.Event;
import app.heirloom.library.user.UserId;

/** A video became the motion part of a live photo. */
public record AssetHidden(AssetId asset, UserId owner) implements Event {}
