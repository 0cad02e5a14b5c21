package app.heirloom.testkit.remote;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.remote.album.RemoteLink;
import app.heirloom.library.remote.album.RemoteLinks;
import app.heirloom.library.user.SharedLinkId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Links in memory, which hide what is in the trash. */
record FakeLinks(FakeShelves shelves) implements RemoteLinks {
    SharedLinkId share(Collection<AssetId> assets) {
        synchronized (shelves) {
            SharedLinkId id = SharedLinkId.random();
            shelves.links.put(id, new LinkedHashSet<>(assets));
            return id;
        }
    }

    @Override
    public List<RemoteLink> list() {
        synchronized (shelves) {
            return shelves.links.keySet().stream()
                    .flatMap(id -> find(id).stream())
                    .toList();
        }
    }

    @Override
    public Optional<RemoteLink> find(SharedLinkId id) {
        synchronized (shelves) {
            return Optional.ofNullable(shelves.links.get(id))
                    .map(assets -> new RemoteLink(
                            id,
                            assets.stream()
                                    .filter(asset -> !shelves.get(asset).state().trashed())
                                    .toList()));
        }
    }

    @Override
    public void add(SharedLinkId link, Collection<AssetId> assets) {
        synchronized (shelves) {
            Set<AssetId> members = shelves.links.get(link);
            if (members == null) {
                throw ErrorCode.NO_ACCESS.exception("Not found or no sharedLink.update access");
            }
            shelves.addTo(members, assets);
        }
    }
}
