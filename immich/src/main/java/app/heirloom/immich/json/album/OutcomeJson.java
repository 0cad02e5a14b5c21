package app.heirloom.immich.json.album;

import app.heirloom.library.album.AlbumAssets.Outcome;
import app.heirloom.library.album.AlbumAssets.Refusal;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of one of many. */
public record OutcomeJson(
        UUID id,
        boolean success,
        @JsonInclude(Include.NON_NULL) @Nullable String error) {
    public static OutcomeJson of(Outcome outcome) {
        return new OutcomeJson(outcome.asset().value(), outcome.refusal() == null, nameOf(outcome.refusal()));
    }

    /**
     * What became of many in many albums.
     *
     * @param success whether a single one was added to a single album
     */
    public record TotalJson(
            boolean success,
            @JsonInclude(Include.NON_NULL) @Nullable String error) {
        public static TotalJson of(List<Outcome> outcomes) {
            if (outcomes.stream().anyMatch(outcome -> outcome.refusal() == null)) {
                return new TotalJson(true, null);
            }
            boolean isKnown = outcomes.stream().anyMatch(outcome -> outcome.refusal() == Refusal.DUPLICATE);
            return new TotalJson(false, nameOf(isKnown ? Refusal.DUPLICATE : Refusal.NO_PERMISSION));
        }
    }

    public static @Nullable String nameOf(@Nullable Refusal refusal) {
        return refusal == null ? null : refusal.name().toLowerCase(Locale.ROOT);
    }
}
