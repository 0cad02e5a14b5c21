package app.heirloom.immich.json;

import app.heirloom.library.asset.Outcome;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How one of several things fared that were to be changed by one command. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OutcomeJson(
        UUID id,
        boolean success,
        @Nullable String error,
        @Nullable String errorMessage) {

    public static List<OutcomeJson> of(List<Outcome> outcomes) {
        return outcomes.stream().map(OutcomeJson::of).toList();
    }

    public static OutcomeJson of(Outcome outcome) {
        Outcome.Refusal refusal = outcome.refusal();
        return new OutcomeJson(
                outcome.id(), refusal == null, refusal == null ? null : nameOf(refusal), outcome.message());
    }

    public static String nameOf(Outcome.Refusal refusal) {
        return refusal.name().toLowerCase(Locale.ROOT);
    }
}
