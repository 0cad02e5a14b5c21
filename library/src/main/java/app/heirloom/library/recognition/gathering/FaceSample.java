package app.heirloom.library.recognition.gathering;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.face.FaceQuality;
import app.heirloom.library.person.FaceId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A face as it is compared with others; no two faces of one picture are one person's.
 *
 * @param asset the picture: the photo, or {@link #pictureOf what stands for a moment of a video}
 * @param quality poor ones join a group, but make none and join no two
 * @param captured when the photo was taken
 */
public record FaceSample(FaceId id, AssetId asset, Embedding embedding, FaceQuality quality, Instant captured) {
    /** The asset itself, or an id of its own for each moment of a video: who is seen twice there may be one person. */
    public static AssetId pictureOf(AssetId asset, @Nullable Duration moment) {
        return moment == null
                ? asset
                : new AssetId(
                        UUID.nameUUIDFromBytes((asset + "@" + moment.toMillis()).getBytes(StandardCharsets.UTF_8)));
    }
}
