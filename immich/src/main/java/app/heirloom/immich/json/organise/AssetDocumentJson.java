package app.heirloom.immich.json.organise;

import app.heirloom.library.asset.document.AssetDocument;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client remembers of an asset under a key.
 *
 * @param assetId absent where the asset is named by the path
 * @param value a JSON object, as it was given
 */
public record AssetDocumentJson(
        @JsonInclude(Include.NON_NULL) @Nullable UUID assetId,
        String key,
        @JsonRawValue String value,
        Instant updatedAt) {

    public static AssetDocumentJson of(AssetDocument document) {
        return new AssetDocumentJson(null, document.key(), document.json(), document.updated());
    }

    public static AssetDocumentJson ofBulk(AssetDocument document) {
        return new AssetDocumentJson(document.asset().value(), document.key(), document.json(), document.updated());
    }
}
