package app.heirloom.immich.json.sync;

import app.heirloom.library.sync.entity.SyncedStack;
import java.time.Instant;
import java.util.UUID;

/** SyncStackV1: a stack; its assets name it themselves. */
public record SyncStackJson(UUID id, UUID ownerId, UUID primaryAssetId, Instant createdAt, Instant updatedAt) {
    public static SyncStackJson of(SyncedStack stack) {
        return new SyncStackJson(
                stack.id().value(), stack.owner().value(), stack.primary().value(), stack.created(), stack.updated());
    }
}
