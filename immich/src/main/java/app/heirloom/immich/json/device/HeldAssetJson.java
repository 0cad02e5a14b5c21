package app.heirloom.immich.json.device;

import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.remote.HeldAsset;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An asset, as short as its comparison with a file allows. What is false or unknown is left out.
 *
 * @param second of capture, since 1970
 * @param checksum SHA-1 in Base64; of external ones perhaps that of their path
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record HeldAssetJson(
        UUID id,
        String type,
        String fileName,
        @JsonInclude long second,
        String checksum,
        @Nullable Long sizeInBytes,
        @Nullable Integer width,
        @Nullable Integer height,
        boolean isTrashed,
        boolean isExternal,
        boolean isHidden) {

    static HeldAssetJson of(HeldAsset asset) {
        Dimensions dimensions = asset.size().dimensions();
        var standing = asset.standing();
        return new HeldAssetJson(
                asset.id().value(),
                standing.type().name(),
                asset.key().fileName(),
                asset.key().second(),
                asset.checksum().base64(),
                asset.size().bytes(),
                dimensions == null ? null : dimensions.width(),
                dimensions == null ? null : dimensions.height(),
                standing.trashed(),
                standing.external(),
                standing.hidden());
    }
}
