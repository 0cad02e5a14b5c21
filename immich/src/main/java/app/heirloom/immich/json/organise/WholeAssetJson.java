package app.heirloom.immich.json.organise;

import app.heirloom.immich.json.account.UserJson;
import app.heirloom.immich.json.asset.AssetJson;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An asset with everything that hangs on it.
 *
 * @param stack null, not absent, when it is in none
 */
public record WholeAssetJson(
        @JsonUnwrapped AssetJson asset, UserJson owner, List<TagJson> tags, StackJson.@Nullable SummaryJson stack) {}
