package app.heirloom.library.tag;

import java.util.UUID;

/** Identifies a tag. */
public record TagId(UUID value) {
    public static TagId random() {
        return new TagId(UUID.randomUUID());
    }

    /** From the canonical text form; throws IllegalArgumentException for any other text. */
    public static TagId parse(String text) {
        return new TagId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
