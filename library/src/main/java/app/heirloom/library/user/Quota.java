package app.heirloom.library.user;

import org.jspecify.annotations.Nullable;

/**
 * How much a user may keep and keeps.
 *
 * @param sizeInBytes null means without limit
 * @param usageInBytes the originals of the user's assets, the trash included
 */
public record Quota(@Nullable Long sizeInBytes, long usageInBytes) {
    public static final Quota UNLIMITED = new Quota(null, 0);

    /** Whether that many more bytes fit. */
    public boolean admits(long bytes) {
        return sizeInBytes == null || usageInBytes + bytes <= sizeInBytes;
    }
}
