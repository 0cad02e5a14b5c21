package app.heirloom.immich.json.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How one of several people fared. */
@JsonInclude(Include.NON_NULL)
public record OutcomeJson(
        UUID id, boolean success, @Nullable String error) {
    public static OutcomeJson of(UUID id, boolean success) {
        return new OutcomeJson(id, success, success ? null : "no_permission");
    }
}
