package app.heirloom.library.asset;

import java.util.UUID;

/** Identifies an {@link Asset}. */
public record AssetId(UUID value) {
    public static AssetId random() {
        return new AssetId(UUID.randomUUID());
    }

    /** From the canonical text form; throws IllegalArgumentException for any other text. */
    public static AssetId parse(String text) {
        return new AssetId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
