package app.heirloom.library.sharing;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.user.SharedLinkId;
import app.heirloom.library.user.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Shared links and the single assets that they share. */
public interface SharedLinkRepository {
    Optional<SharedLink> find(SharedLinkId id);

    Optional<SharedLink> findBySecret(LinkSecret secret);

    Optional<SharedLink> findBySlug(String slug);

    /** The newest first. */
    List<SharedLink> list(UserId owner);

    void add(SharedLink link);

    /** Writes the terms. */
    void save(SharedLink link);

    void remove(SharedLinkId id);

    /** Adds those that it does not share yet, and returns these. */
    Set<AssetId> addAssets(SharedLinkId id, Collection<AssetId> assets);

    /** Takes out those that it shares, and returns these. */
    Set<AssetId> removeAssets(SharedLinkId id, Collection<AssetId> assets);

    /** What the links share by themselves and what is neither locked nor in the trash, the newest first. */
    Map<SharedLinkId, List<AssetId>> listShown(Collection<SharedLinkId> ids);

    /** Those that the link shows by itself, the motion videos of live photos included. */
    Set<AssetId> filterShown(SharedLinkId id, Collection<AssetId> assets);
}
