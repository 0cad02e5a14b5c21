package app.heirloom.tools.identities.store;

import app.heirloom.tools.identities.store.StagingEntry.Picture;
import java.util.List;
import java.util.UUID;

/**
 * A picture that was staged.
 *
 * @param assets all that have these bytes, the one it was taken from first
 */
public record StagedPicture(String sha256, Picture picture, List<UUID> assets) {
    public StagedPicture {
        assets = List.copyOf(assets);
    }
}
