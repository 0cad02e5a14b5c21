package app.heirloom.library.asset.grouping;

import java.util.UUID;

/** Identifies a stack. */
public record StackId(UUID value) {
    public static StackId random() {
        return new StackId(UUID.randomUUID());
    }

    /** From the canonical text form; throws IllegalArgumentException for any other text. */
    public static StackId parse(String text) {
        return new StackId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
