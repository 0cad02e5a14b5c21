package app.heirloom.immich.client;

import app.heirloom.immich.client.transport.Answer;
import app.heirloom.immich.client.transport.Call;
import app.heirloom.immich.client.transport.Outcomes;
import app.heirloom.immich.client.transport.Transport;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Outcome;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.remote.asset.RemoteTag;
import app.heirloom.library.remote.asset.RemoteTags;
import app.heirloom.library.tag.TagId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tags by their paths. */
record ImmichTags(Transport transport) implements RemoteTags {
    @Override
    public List<RemoteTag> list() {
        return transport.json(Call.get("/tags")).requiredElements().stream()
                .map(ImmichTags::read)
                .toList();
    }

    @Override
    public List<RemoteTag> upsert(List<String> paths) {
        if (paths.isEmpty()) {
            return List.of();
        }
        Map<String, RemoteTag> made =
                transport.json(Call.put("/tags", Map.of("tags", paths))).requiredElements().stream()
                        .map(ImmichTags::read)
                        .collect(Collectors.toMap(RemoteTag::path, Function.identity(), (one, same) -> one));
        return paths.stream().map(path -> tagOf(path, made)).toList();
    }

    private RemoteTag tagOf(String path, Map<String, RemoteTag> made) {
        RemoteTag tag = made.get(path);
        if (tag == null) {
            throw ErrorCode.REMOTE_FAILURE.exception(transport.server() + " did not make the tag " + path);
        }
        return tag;
    }

    @Override
    public List<Outcome> attach(TagId tag, Collection<AssetId> assets) {
        return Outcomes.gather(transport, assets, AssetId::value, ids -> Call.put(assetsOf(tag), Map.of("ids", ids)));
    }

    @Override
    public List<Outcome> detach(TagId tag, Collection<AssetId> assets) {
        return Outcomes.gather(
                transport, assets, AssetId::value, ids -> Call.delete(assetsOf(tag), Map.of("ids", ids)));
    }

    private static String assetsOf(TagId tag) {
        return "/tags/" + tag + "/assets";
    }

    static RemoteTag read(Answer json) {
        return new RemoteTag(new TagId(json.uuid("id")), json.text("value"));
    }
}
