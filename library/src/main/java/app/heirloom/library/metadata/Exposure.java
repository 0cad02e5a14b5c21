package app.heirloom.library.metadata;

import org.jspecify.annotations.Nullable;

/**
 * How it was taken.
 *
 * @param fNumber focal ratio, as 2.8
 * @param time in seconds, as cameras print it: {@code 1/250}, {@code 2}
 * @param focalLength in millimetres, of the lens, not the 35 mm equivalent
 * @param iso sensitivity
 */
public record Exposure(
        @Nullable Double fNumber,
        @Nullable String time,
        @Nullable Double focalLength,
        @Nullable Integer iso) {
    public static final Exposure UNKNOWN = new Exposure(null, null, null, null);
}
