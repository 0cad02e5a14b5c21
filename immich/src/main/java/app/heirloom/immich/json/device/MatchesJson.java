package app.heirloom.immich.json.device;

import app.heirloom.immich.json.WireNames;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.device.Holdings.Holders;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which assets have the name and second of capture that a device asked for, in its order. */
public record MatchesJson(List<MatchJson> matches) {
    public static MatchesJson of(List<Holders> holders) {
        return new MatchesJson(holders.stream().map(MatchJson::of).toList());
    }

    /**
     * What has one key.
     *
     * @param count how many assets, trashed ones too
     * @param asset absent when there is none or several
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MatchJson(int count, @Nullable HolderJson asset) {
        static MatchJson of(Holders holders) {
            Asset asset = holders.asset();
            return new MatchJson(holders.count(), asset == null ? null : HolderJson.of(asset));
        }
    }

    /**
     * The only asset of a key.
     *
     * @param checksum SHA-1 in Base64; of external ones perhaps that of their path
     */
    public record HolderJson(
            UUID id, String type, String checksum, long fileSizeInByte, String visibility, StandingJson standing) {
        static HolderJson of(Asset asset) {
            var original = asset.original();
            var state = asset.state();
            return new HolderJson(
                    asset.id().value(),
                    original.type().name(),
                    original.checksum().base64(),
                    original.sizeInBytes(),
                    WireNames.of(state.visibility()),
                    new StandingJson(state.trashed() != null, state.grouping().library() != null));
        }
    }

    /** What became of it. */
    public record StandingJson(boolean isTrashed, boolean isExternal) {}
}
