package app.heirloom.immich.json.organise;

import app.heirloom.immich.json.asset.AssetJson;
import java.util.List;
import java.util.UUID;

/** Assets that were judged the same, and which of them to keep by default. */
public record DuplicateGroupJson(UUID duplicateId, List<AssetJson> assets, List<UUID> suggestedKeepAssetIds) {}
