package app.heirloom.immich.json.sync;

import app.heirloom.immich.json.ImmichMapper;
import app.heirloom.library.sync.entity.SyncedAssetDocument;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** SyncAssetMetadataV1: what clients remember of an asset. */
public record SyncAssetMetadataJson(UUID assetId, String key, JsonNode value) {
    public static SyncAssetMetadataJson of(SyncedAssetDocument document) {
        return new SyncAssetMetadataJson(
                document.asset().value(),
                document.key(),
                ImmichMapper.read(document.document().getBytes(StandardCharsets.UTF_8)));
    }
}
