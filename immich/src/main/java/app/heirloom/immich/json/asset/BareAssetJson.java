package app.heirloom.immich.json.asset;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Dimensions;
import app.heirloom.library.asset.MediaFormat;
import app.heirloom.library.asset.ThumbHash;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An asset as a shared link shows it whose owner keeps the metadata to themselves. */
public record BareAssetJson(
        UUID id,
        String type,
        String originalMimeType,
        @Nullable String thumbhash,
        LocalDateTime localDateTime,
        @Nullable Long duration,
        @Nullable UUID livePhotoVideoId,
        boolean hasMetadata,
        @Nullable Integer width,
        @Nullable Integer height) {

    public static BareAssetJson of(Asset asset) {
        Dimensions dimensions = asset.appearance().dimensions();
        Duration duration = asset.appearance().duration();
        ThumbHash thumbhash = asset.appearance().thumbhash();
        AssetId livePhotoVideo = asset.state().livePhotoVideo();
        return new BareAssetJson(
                asset.id().value(),
                asset.type().name(),
                MediaFormat.get(asset.original().fileName()).mimeType(),
                thumbhash == null ? null : thumbhash.base64(),
                asset.times().local(),
                duration == null ? null : duration.toMillis(),
                livePhotoVideo == null ? null : livePhotoVideo.value(),
                false,
                dimensions == null ? null : dimensions.width(),
                dimensions == null ? null : dimensions.height());
    }
}
