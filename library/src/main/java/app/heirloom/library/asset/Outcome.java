package app.heirloom.library.asset;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How one of several things fared that were to be changed by one command.
 *
 * @param refusal why it was left as it was; null when it was changed
 * @param message more about the refusal, for people
 */
public record Outcome(
        UUID id, @Nullable Refusal refusal, @Nullable String message) {
    /** Why a thing was left as it was. */
    public enum Refusal {
        /** It is so already, or was named before. */
        DUPLICATE,
        /** It does not exist, or is not the caller's; which of the two is not told. */
        NO_PERMISSION,
        /** It is not where it was to be taken from. */
        NOT_FOUND,
        /** What was asked for it contradicts itself. */
        VALIDATION
    }

    public static Outcome changed(UUID id) {
        return new Outcome(id, null, null);
    }

    public static Outcome refused(UUID id, Refusal refusal) {
        return new Outcome(id, refusal, null);
    }

    public static Outcome invalid(UUID id, String message) {
        return new Outcome(id, Refusal.VALIDATION, message);
    }
}
