package app.heirloom.library.metadata;

import org.jspecify.annotations.Nullable;

/** What took the picture. */
public record Camera(
        @Nullable String make,
        @Nullable String model,
        @Nullable String lens) {
    public static final Camera UNKNOWN = new Camera(null, null, null);
}
