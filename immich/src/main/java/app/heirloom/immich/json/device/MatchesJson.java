package app.heirloom.immich.json.device;

import app.heirloom.library.device.Holdings.Holders;
import java.util.List;

/** Which assets have the name and second of capture that a device asked for, in its order. */
public record MatchesJson(List<MatchJson> matches) {
    public static MatchesJson of(List<Holders> holders) {
        return new MatchesJson(holders.stream().map(MatchJson::of).toList());
    }

    /**
     * What has one key.
     *
     * @param count how many assets, trashed ones too
     * @param assets two of them at most; locked ones are left out
     */
    public record MatchJson(int count, List<HeldAssetJson> assets) {
        static MatchJson of(Holders holders) {
            return new MatchJson(
                    holders.count(),
                    holders.assets().stream().map(HeldAssetJson::of).toList());
        }
    }
}
