package app.heirloom.immich.server.organise;

import app.heirloom.immich.Library;
import app.heirloom.immich.json.asset.AssetJson;
import app.heirloom.immich.json.organise.StackJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.immich.server.http.TextFields;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.grouping.StackId;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.stack.Stack;
import app.heirloom.library.stack.Stacks;
import app.heirloom.library.user.Caller;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Stacks. */
final class StackRoutes {
    private final Stacks stacks;
    private final Library.Shelves shelves;
    private final Library.Views views;

    StackRoutes(Stacks stacks, Library.Shelves shelves, Library.Views views) {
        this.stacks = stacks;
        this.shelves = shelves;
        this.views = views;
    }

    Answer list(Context http, Caller caller) {
        var primary = TextFields.ofQuery(http).findAssetId("primaryAssetId");
        return Answer.ok(json(caller, stacks.list(caller, primary)));
    }

    Answer get(Context http, Caller caller) {
        return Answer.ok(json(caller, stacks.get(caller, idOf(http))));
    }

    Answer create(Context http, Caller caller) throws IOException {
        var assets = JsonFields.ofBody(http).assetIds("assetIds");
        return Answer.created(json(caller, stacks.create(caller, assets)));
    }

    Answer update(Context http, Caller caller) throws IOException {
        Optional<AssetId> primary = JsonFields.ofBody(http).findAssetId("primaryAssetId");
        StackId id = idOf(http);
        Stack stack = primary.isPresent() ? stacks.lead(caller, id, primary.get()) : stacks.get(caller, id);
        return Answer.ok(json(caller, stack));
    }

    Answer delete(Context http, Caller caller) {
        stacks.delete(caller, List.of(idOf(http)));
        return Answer.NO_CONTENT;
    }

    Answer deleteMany(Context http, Caller caller) throws IOException {
        var ids = JsonFields.ofBody(http).uuids("ids");
        stacks.delete(caller, ids.stream().map(StackId::new).toList());
        return Answer.NO_CONTENT;
    }

    Answer removeAsset(Context http, Caller caller) {
        stacks.remove(caller, idOf(http), new AssetId(TextFields.uuidInPath(http, "assetId")));
        return Answer.NO_CONTENT;
    }

    private StackJson json(Caller caller, Stack stack) {
        return json(caller, List.of(stack)).getFirst();
    }

    private List<StackJson> json(Caller caller, List<Stack> shown) {
        return shelves.transactions().read(() -> {
            List<AssetId> ids =
                    shown.stream().flatMap(stack -> stack.assets().stream()).toList();
            Map<AssetId, Asset> assets = new HashMap<>();
            shelves.assets().list(ids).stream()
                    .filter(asset -> asset.state().visibility() != Visibility.LOCKED || caller.isElevated())
                    .forEach(asset -> assets.put(asset.id(), asset));
            Map<AssetId, Exif> exifs = views.exifs().list(ids);
            return shown.stream()
                    .map(stack -> StackJson.of(stack, json(stack, assets, exifs)))
                    .toList();
        });
    }

    private static List<AssetJson> json(Stack stack, Map<AssetId, Asset> assets, Map<AssetId, Exif> exifs) {
        return stack.assets().stream()
                .flatMap(id -> Stream.ofNullable(assets.get(id)))
                .map(asset -> AssetJson.of(asset, Optional.ofNullable(exifs.get(asset.id()))))
                .toList();
    }

    private static StackId idOf(Context http) {
        return new StackId(TextFields.uuidInPath(http));
    }
}
