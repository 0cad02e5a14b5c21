package app.heirloom.library.user;

import java.util.UUID;

/** Identifies a shared link. */
public record SharedLinkId(UUID value) {
    public static SharedLinkId random() {
        return new SharedLinkId(UUID.randomUUID());
    }

    /** From the canonical text form; throws IllegalArgumentException for any other text. */
    public static SharedLinkId parse(String text) {
        return new SharedLinkId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
