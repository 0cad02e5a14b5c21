package app.heirloom.library.person;

import java.util.UUID;

/** Identifies a face. */
public record FaceId(UUID value) {
    public static FaceId random() {
        return new FaceId(UUID.randomUUID());
    }

    /** From the canonical text form; throws IllegalArgumentException for any other text. */
    public static FaceId parse(String text) {
        return new FaceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
