package app.heirloom.immich.json.device;

import app.heirloom.immich.json.WireNames;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.asset.grouping.LibraryId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An asset, as short as its comparison with a file allows; under the names that Immich's API has for assets.
 *
 * @param checksum SHA-1 in Base64; of external ones perhaps that of their path
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HolderJson(
        UUID id,
        UUID ownerId,
        String type,
        String originalFileName,
        String checksum,
        Instant fileCreatedAt,
        String visibility,
        boolean isTrashed,
        @Nullable UUID libraryId,
        @Nullable Integer width,
        @Nullable Integer height,
        SizeJson exifInfo) {

    /** How large its original is. */
    public record SizeJson(long fileSizeInByte) {}

    static HolderJson of(Asset asset) {
        var original = asset.original();
        var state = asset.state();
        Dimensions dimensions = asset.appearance().dimensions();
        LibraryId library = state.grouping().library();
        return new HolderJson(
                asset.id().value(),
                asset.owner().value(),
                original.type().name(),
                original.fileName(),
                original.checksum().base64(),
                asset.times().captured(),
                WireNames.of(state.visibility()),
                state.trashed() != null,
                library == null ? null : library.value(),
                dimensions == null ? null : dimensions.width(),
                dimensions == null ? null : dimensions.height(),
                new SizeJson(original.sizeInBytes()));
    }
}
