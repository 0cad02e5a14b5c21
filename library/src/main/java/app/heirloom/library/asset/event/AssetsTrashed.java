package app.heirloom.library.asset.event;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.event.Event;
import app.heirloom.library.user.UserId;
import java.util.List;

/** Assets of one owner went to the trash. */
public record AssetsTrashed(List<AssetId> assets, UserId owner) implements Event {}
