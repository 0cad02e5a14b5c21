package app.heirloom.library.device;

import java.util.Collection;

/** The last listing of the server's assets. */
public interface ListingRepository {
    /** Puts the assets into the listing of that scan. */
    void add(long scan, Collection<ServerAsset> assets);

    /** The listing is whole: what only older ones had is forgotten. */
    void complete(long scan);
}
