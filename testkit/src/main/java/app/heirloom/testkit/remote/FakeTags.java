package app.heirloom.testkit.remote;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Outcome;
import app.heirloom.library.remote.asset.RemoteTag;
import app.heirloom.library.remote.asset.RemoteTags;
import app.heirloom.library.tag.TagId;
import java.util.Collection;
import java.util.List;

/** Tags in memory. */
record FakeTags(FakeShelves shelves) implements RemoteTags {
    @Override
    public List<RemoteTag> list() {
        synchronized (shelves) {
            return List.copyOf(shelves.tags.values());
        }
    }

    @Override
    public List<RemoteTag> upsert(List<String> paths) {
        return paths.stream().map(this::upsert).toList();
    }

    private RemoteTag upsert(String path) {
        synchronized (shelves) {
            return shelves.tags.values().stream()
                    .filter(tag -> tag.path().equals(path))
                    .findFirst()
                    .orElseGet(() -> {
                        var tag = new RemoteTag(TagId.random(), path);
                        shelves.tags.put(tag.id(), tag);
                        return tag;
                    });
        }
    }

    @Override
    public List<Outcome> attach(TagId tag, Collection<AssetId> assets) {
        return shelves.addTo(shelves.members(shelves.tagAssets, tag), assets);
    }

    @Override
    public List<Outcome> detach(TagId tag, Collection<AssetId> assets) {
        return shelves.removeFrom(shelves.members(shelves.tagAssets, tag), assets);
    }
}
