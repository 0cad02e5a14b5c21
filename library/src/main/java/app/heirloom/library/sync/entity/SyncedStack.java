package app.heirloom.library.sync.entity;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.StackId;
import app.heirloom.library.user.UserId;
import java.time.Instant;

/** A stack as clients keep it; its assets name it themselves. */
public record SyncedStack(StackId id, UserId owner, AssetId primary, Instant created, Instant updated) {}
