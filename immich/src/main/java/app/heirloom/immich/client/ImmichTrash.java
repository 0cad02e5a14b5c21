package app.heirloom.immich.client;

import app.heirloom.immich.client.transport.Call;
import app.heirloom.immich.client.transport.Chunks;
import app.heirloom.immich.client.transport.Transport;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.remote.asset.RemoteTrash;
import java.util.Collection;
import java.util.Map;

/** Trash and deletion, in requests of bounded size. */
record ImmichTrash(Transport transport) implements RemoteTrash {
    @Override
    public void put(Collection<AssetId> ids) {
        delete(ids, false);
    }

    @Override
    public void remove(Collection<AssetId> ids) {
        delete(ids, true);
    }

    private void delete(Collection<AssetId> ids, boolean force) {
        Chunks.forEach(
                ids,
                AssetId::value,
                chunk -> transport.send(Call.delete("/assets", Map.of("ids", chunk, "force", force))));
    }

    @Override
    public void restore(Collection<AssetId> ids) {
        Chunks.forEach(
                ids, AssetId::value, chunk -> transport.send(Call.post("/trash/restore/assets", Map.of("ids", chunk))));
    }
}
