package app.heirloom.immich.json.organise;

import app.heirloom.immich.json.organise.ResolutionJson.MemberJson;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.resolution.ResolutionHistory.Undone;
import java.util.List;
import java.util.UUID;

/**
 * How far undoing a resolution went. Only Heirloom has this.
 *
 * @param restored what is out of the trash again
 * @param lost what was deleted for good meanwhile
 * @param takenBack what the kept asset has no more, in words for people
 * @param changed what it keeps, since somebody changed it meanwhile
 */
public record UndoneJson(List<UUID> restored, List<MemberJson> lost, List<String> takenBack, List<String> changed) {
    public static UndoneJson of(Undone undone) {
        return new UndoneJson(
                undone.restored().stream().map(AssetId::value).toList(),
                undone.lost().stream().map(MemberJson::of).toList(),
                List.copyOf(undone.takenBack()),
                List.copyOf(undone.changed()));
    }
}
