package app.heirloom.immich.client;

import app.heirloom.immich.client.transport.Answer;
import app.heirloom.immich.client.transport.Call;
import app.heirloom.immich.client.transport.Chunks;
import app.heirloom.immich.client.transport.Transport;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.remote.album.RemoteLink;
import app.heirloom.library.remote.album.RemoteLinks;
import app.heirloom.library.user.SharedLinkId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shared links of the kind that holds assets itself. */
record ImmichLinks(Transport transport) implements RemoteLinks {
    @Override
    public List<RemoteLink> list() {
        return transport.json(Call.get("/shared-links")).requiredElements().stream()
                .filter(ImmichLinks::isOfAssets)
                .map(ImmichLinks::read)
                .toList();
    }

    @Override
    public Optional<RemoteLink> find(SharedLinkId id) {
        return transport
                .find(Call.get("/shared-links/" + id))
                .filter(ImmichLinks::isOfAssets)
                .map(ImmichLinks::read);
    }

    @Override
    public void add(SharedLinkId link, Collection<AssetId> assets) {
        Chunks.forEach(
                assets,
                AssetId::value,
                chunk -> transport.json(Call.put("/shared-links/" + link + "/assets", Map.of("assetIds", chunk))));
    }

    private static boolean isOfAssets(Answer json) {
        return json.text("type").equals("INDIVIDUAL");
    }

    private static RemoteLink read(Answer json) {
        return new RemoteLink(
                new SharedLinkId(json.uuid("id")),
                json.list("assets").stream()
                        .map(asset -> new AssetId(asset.uuid("id")))
                        .toList());
    }
}
