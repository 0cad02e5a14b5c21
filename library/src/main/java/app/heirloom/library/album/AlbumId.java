package app.heirloom.library.album;

import java.util.UUID;

/** Identifies an album. */
public record AlbumId(UUID value) {
    public static AlbumId random() {
        return new AlbumId(UUID.randomUUID());
    }

    /** From the canonical text form; throws IllegalArgumentException for any other text. */
    public static AlbumId parse(String text) {
        return new AlbumId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
