package app.heirloom.testkit.remote;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.RemoteTrash;
import java.util.Collection;

/** Trash in memory: all of the ids or none. */
record FakeTrash(FakeShelves shelves) implements RemoteTrash {
    @Override
    public void put(Collection<AssetId> ids) {
        mark(ids, true);
    }

    @Override
    public void restore(Collection<AssetId> ids) {
        mark(ids, false);
    }

    @Override
    public void remove(Collection<AssetId> ids) {
        ids.forEach(shelves::get);
        shelves.remove(ids);
    }

    private void mark(Collection<AssetId> ids, boolean trashed) {
        synchronized (shelves) {
            for (RemoteAsset asset : ids.stream().map(shelves::get).toList()) {
                shelves.replace(asset.withState(asset.state().withTrashed(trashed)));
            }
        }
    }
}
