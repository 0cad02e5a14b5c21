package app.heirloom.immich.json.organise;

import app.heirloom.immich.json.asset.AssetJson;
import app.heirloom.library.stack.Stack;
import java.util.List;
import java.util.UUID;

/** A stack with its assets, the primary one first. */
public record StackJson(UUID id, UUID primaryAssetId, List<AssetJson> assets) {

    /** What an asset tells of the stack that it is in. */
    public record SummaryJson(UUID id, UUID primaryAssetId, int assetCount) {
        public static SummaryJson of(Stack stack) {
            return new SummaryJson(
                    stack.id().value(), stack.primary().value(), stack.assets().size());
        }
    }

    public static StackJson of(Stack stack, List<AssetJson> assets) {
        return new StackJson(stack.id().value(), stack.primary().value(), assets);
    }
}
