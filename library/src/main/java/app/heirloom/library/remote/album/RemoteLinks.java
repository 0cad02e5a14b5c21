package app.heirloom.library.remote.album;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.user.SharedLinkId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The user's shared links, without those to whole albums. What is in the trash may be missing in them. */
public interface RemoteLinks {
    List<RemoteLink> list();

    /** Empty when it is not there, not the user's, or that of an album. */
    Optional<RemoteLink> find(SharedLinkId id);

    /** Shares more assets by the link; those that are in it already change nothing. */
    void add(SharedLinkId link, Collection<AssetId> assets);
}
