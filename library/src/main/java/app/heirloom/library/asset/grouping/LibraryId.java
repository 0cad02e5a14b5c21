package app.heirloom.library.asset.grouping;

import java.util.UUID;

/** Identifies an external library. */
public record LibraryId(UUID value) {
    public static LibraryId random() {
        return new LibraryId(UUID.randomUUID());
    }

    /** From the canonical text form; throws IllegalArgumentException for any other text. */
    public static LibraryId parse(String text) {
        return new LibraryId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
