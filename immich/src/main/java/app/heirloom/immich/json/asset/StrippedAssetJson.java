package app.heirloom.immich.json.asset;

import app.heirloom.library.asset.Asset;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An asset as a shared link shows it that hides metadata. */
public record StrippedAssetJson(
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
    public static StrippedAssetJson of(Asset asset) {
        AssetJson whole = AssetJson.of(asset, Optional.empty());
        return new StrippedAssetJson(
                whole.id(),
                whole.type(),
                whole.originalMimeType(),
                whole.thumbhash(),
                whole.localDateTime(),
                whole.duration(),
                whole.livePhotoVideoId(),
                false,
                whole.width(),
                whole.height());
    }
}
