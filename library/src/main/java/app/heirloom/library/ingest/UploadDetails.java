package app.heirloom.library.ingest;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Visibility;
import java.time.Instant;
import java.util.Optional;

/**
 * What the client says of the file it sends.
 *
 * @param fileName the original's name; its extension decides the type
 * @param captured when it was taken, until the file itself is asked
 * @param livePhotoVideo the motion video that was uploaded before and belongs to this still
 */
public record UploadDetails(
        String fileName,
        Instant captured,
        Instant fileModified,
        boolean favorite,
        Visibility visibility,
        Optional<AssetId> livePhotoVideo) {}
