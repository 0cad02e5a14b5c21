package app.heirloom.library.device;

import app.heirloom.library.remote.HeldAsset;
import java.util.Collection;

/** The last listing of the server's assets. */
public interface ListingRepository {
    /** Puts the assets into the listing of that scan. */
    void add(long scan, Collection<HeldAsset> assets);

    /** The listing is whole: what only older ones had is forgotten. */
    void complete(long scan);
}
