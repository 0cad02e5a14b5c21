package app.heirloom.library.user;

import java.util.UUID;

/** Identifies an {@link ApiKey}. */
public record ApiKeyId(UUID value) {
    public static ApiKeyId random() {
        return new ApiKeyId(UUID.randomUUID());
    }

    /** From the canonical text form; throws IllegalArgumentException for any other text. */
    public static ApiKeyId parse(String text) {
        return new ApiKeyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
