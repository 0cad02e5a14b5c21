package app.heirloom.library.metadata;

import org.jspecify.annotations.Nullable;

/** Where on earth, in words. */
public record Place(
        @Nullable String city,
        @Nullable String state,
        @Nullable String country) {
    public static final Place UNKNOWN = new Place(null, null, null);
}
