package app.heirloom.library.device;

import app.heirloom.library.asset.Checksum;
import app.heirloom.library.remote.HeldAsset;
import app.heirloom.library.user.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What this server has, and had, of its users' photos. */
public interface HoldingRepository {
    /**
     * An asset of this server.
     *
     * @param locked whether only an elevated session may see it
     */
    record Holder(HeldAsset asset, boolean locked) {}

    /** All assets of the owner that were captured within one of these seconds since 1970: trashed ones too, of any kind. */
    List<Holder> listBySecond(UserId owner, Collection<Long> seconds);

    /** All assets of the owner with one of these contents, trashed ones too, but no external ones. */
    List<Holder> listByChecksum(UserId owner, Collection<Checksum> checksums);

    /** Which of these contents the owner once removed for good, and when last. */
    Map<Checksum, Instant> listRemoved(UserId owner, Collection<Checksum> checksums);
}
