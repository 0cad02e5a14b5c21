package app.heirloom.library.asset.grouping;

import java.util.UUID;

/** Identifies a duplicate group. */
public record DuplicateGroupId(UUID value) {
    public static DuplicateGroupId random() {
        return new DuplicateGroupId(UUID.randomUUID());
    }

    /** From the canonical text form; throws IllegalArgumentException for any other text. */
    public static DuplicateGroupId parse(String text) {
        return new DuplicateGroupId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
