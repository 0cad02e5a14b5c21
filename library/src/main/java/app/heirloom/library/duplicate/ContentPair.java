package app.heirloom.library.duplicate;

import app.heirloom.library.asset.Checksum;
import java.util.Arrays;

/** Two contents, the lower first; the same twice when there are two copies of it. */
public record ContentPair(Checksum lower, Checksum higher) {
    public static ContentPair of(Checksum one, Checksum other) {
        return Arrays.compareUnsigned(one.bytes(), other.bytes()) <= 0
                ? new ContentPair(one, other)
                : new ContentPair(other, one);
    }
}
