package app.heirloom.immich.json.sync;

import app.heirloom.library.event.ChangeId;
import app.heirloom.library.sync.Deletion;
import java.time.Instant;
import java.util.UUID;

/**
 * SyncAssetOcrDeleteV1: an asset's lines of text are gone.
 *
 * @param id of the deletion itself
 */
public record SyncTextDeletionJson(UUID id, UUID assetId, Instant deletedAt) {
    public static SyncTextDeletionJson of(ChangeId change, Deletion deletion) {
        return new SyncTextDeletionJson(change.value(), deletion.id(), change.instant());
    }
}
