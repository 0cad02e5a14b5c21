package app.heirloom.immich.json.album;

import app.heirloom.immich.json.OutcomeJson;
import app.heirloom.library.asset.Outcome;
import app.heirloom.library.asset.Outcome.Refusal;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of many assets that were put into many albums.
 *
 * @param success whether a single one was added to a single album
 */
public record AdditionJson(
        boolean success,
        @JsonInclude(Include.NON_NULL) @Nullable String error) {
    public static AdditionJson of(List<Outcome> outcomes) {
        if (outcomes.stream().anyMatch(outcome -> outcome.refusal() == null)) {
            return new AdditionJson(true, null);
        }
        boolean isKnown = outcomes.stream().anyMatch(outcome -> outcome.refusal() == Refusal.DUPLICATE);
        return new AdditionJson(false, OutcomeJson.nameOf(isKnown ? Refusal.DUPLICATE : Refusal.NO_PERMISSION));
    }
}
