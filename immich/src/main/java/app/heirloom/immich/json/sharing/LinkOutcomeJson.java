package app.heirloom.immich.json.sharing;

import app.heirloom.immich.json.OutcomeJson;
import app.heirloom.library.asset.Outcome;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of one of the assets of a link. */
public record LinkOutcomeJson(
        UUID assetId,
        boolean success,
        @JsonInclude(Include.NON_NULL) @Nullable String error) {
    public static LinkOutcomeJson of(Outcome outcome) {
        OutcomeJson general = OutcomeJson.of(outcome);
        return new LinkOutcomeJson(general.id(), general.success(), general.error());
    }
}
