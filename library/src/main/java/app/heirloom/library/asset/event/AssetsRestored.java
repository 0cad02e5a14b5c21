package app.heirloom.library.asset.event;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.event.Event;
import app.heirloom.library.user.UserId;
import java.util.List;

/** Assets of one owner came back from the trash. */
public record AssetsRestored(List<AssetId> assets, UserId owner) implements Event {}
