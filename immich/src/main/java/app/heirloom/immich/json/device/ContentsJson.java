package app.heirloom.immich.json.device;

import app.heirloom.library.device.Holdings.Holding;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of the contents that a device asked for, in its order. */
public record ContentsJson(List<ContentJson> contents) {
    public static ContentsJson of(List<Holding> holdings) {
        return new ContentsJson(holdings.stream().map(ContentJson::of).toList());
    }

    /**
     * What became of one content.
     *
     * @param state {@code present}, {@code trashed}, {@code removed} or {@code unknown}
     * @param assetId of what is present or trashed
     * @param asset the same, unless it is locked
     * @param removedAt when it was removed for good
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ContentJson(
            String state,
            @Nullable UUID assetId,
            @Nullable HeldAssetJson asset,
            @Nullable Instant removedAt) {
        static ContentJson of(Holding holding) {
            return switch (holding) {
                case Holding.Present(var asset, boolean shown) ->
                    new ContentJson(
                            asset.standing().trashed() ? "trashed" : "present",
                            asset.id().value(),
                            shown ? HeldAssetJson.of(asset) : null,
                            null);
                case Holding.Removed(Instant when) -> new ContentJson("removed", null, null, when);
                case Holding.Unknown() -> new ContentJson("unknown", null, null, null);
            };
        }
    }
}
