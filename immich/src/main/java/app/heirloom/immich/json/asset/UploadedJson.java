package app.heirloom.immich.json.asset;

import app.heirloom.library.asset.AssetId;
import java.util.UUID;

/** How an upload ended: {@code created} or {@code duplicate}. */
public record UploadedJson(UUID id, String status) {

    public static UploadedJson created(AssetId id) {
        return new UploadedJson(id.value(), "created");
    }

    public static UploadedJson duplicate(AssetId id) {
        return new UploadedJson(id.value(), "duplicate");
    }
}
