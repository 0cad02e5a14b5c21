package app.heirloom.immich.client;

import app.heirloom.immich.client.transport.Answer;
import app.heirloom.immich.client.transport.Call;
import app.heirloom.immich.client.transport.Transport;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.StackId;
import app.heirloom.library.remote.duplicate.RemoteStack;
import app.heirloom.library.remote.duplicate.RemoteStacks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Stacks, whose primary asset is named apart and may stand anywhere among the others. */
record ImmichStacks(Transport transport) implements RemoteStacks {
    @Override
    public Optional<RemoteStack> find(StackId id) {
        return transport.find(Call.get("/stacks/" + id)).map(ImmichStacks::read);
    }

    @Override
    public RemoteStack create(List<AssetId> assets) {
        var ids = assets.stream().map(AssetId::value).toList();
        return read(transport.json(Call.post("/stacks", Map.of("assetIds", ids))));
    }

    private static RemoteStack read(Answer json) {
        var primary = new AssetId(json.uuid("primaryAssetId"));
        Stream<AssetId> members = json.list("assets").stream().map(asset -> new AssetId(asset.uuid("id")));
        return new RemoteStack(
                new StackId(json.uuid("id")),
                Stream.concat(Stream.of(primary), members).distinct().toList());
    }
}
