package app.heirloom.immich.server.album;

import app.heirloom.immich.Library;
import app.heirloom.immich.json.album.AlbumCountsJson;
import app.heirloom.immich.json.album.AlbumJson;
import app.heirloom.immich.json.album.AlbumMarkerJson;
import app.heirloom.immich.json.asset.AssetShape;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.immich.server.http.TextFields;
import app.heirloom.library.album.AlbumDetails;
import app.heirloom.library.album.AlbumId;
import app.heirloom.library.album.AlbumView;
import app.heirloom.library.album.Albums;
import app.heirloom.library.album.Membership;
import app.heirloom.library.album.content.Contribution;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.user.Caller;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Albums as such. */
final class AlbumRoutes {
    private final Albums albums;
    private final Library.Gathering gathering;
    private final Library.Shelves shelves;

    AlbumRoutes(Library.Gathering gathering, Library.Shelves shelves) {
        this.albums = gathering.albums();
        this.gathering = gathering;
        this.shelves = shelves;
    }

    Answer list(Context http, Caller caller) {
        var filter = AlbumFields.filter(TextFields.ofQuery(http), caller.id());
        return Answer.ok(albums.list(filter).stream().map(AlbumJson::of).toList());
    }

    /** Of the assets that are named those are taken that are the caller's. */
    Answer create(Context http, Caller caller) throws IOException {
        var body = JsonFields.ofBody(http);
        var details = AlbumDetails.of(
                body.text("albumName"), body.findText("description").orElse(""));
        List<AssetId> assets = body.isPresent("assetIds") ? body.assetIds("assetIds") : List.of();
        List<Membership> members = AlbumFields.memberships(body);
        AlbumView made = shelves.transactions().write(() -> {
            AlbumId id = albums.create(caller, details, members);
            if (!assets.isEmpty()) {
                gathering.assets().add(caller, id, assets);
            }
            return albums.get(caller, id);
        });
        return Answer.created(AlbumJson.of(made));
    }

    /** Clients of version 2 say whether they want the assets, and expect the owner as well. */
    Answer get(Context http, Caller caller) {
        AlbumId id = AlbumFields.idInPath(http);
        Optional<Boolean> withoutAssets = TextFields.ofQuery(http).findFlag("withoutAssets");
        AlbumView view = albums.get(caller, id).seenBy(caller);
        var extras = new AlbumJson.Extras(
                contributions(caller, view),
                withoutAssets.isPresent(),
                withoutAssets.isEmpty() || withoutAssets.get() ? null : assets(caller, id));
        return Answer.ok(AlbumJson.of(view, extras));
    }

    private @Nullable List<Contribution> contributions(Caller caller, AlbumView view) {
        return caller.isUser() && view.isShared()
                ? gathering
                        .assets()
                        .listContributions(caller, view.summary().album().id())
                : null;
    }

    private List<Object> assets(Caller caller, AlbumId id) {
        List<AssetId> ids = gathering.assets().list(caller, id);
        Map<AssetId, Asset> found = shelves
                .transactions()
                .read(() -> shelves.assets().list(ids))
                .stream()
                .collect(Collectors.toMap(Asset::id, Function.identity()));
        return ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(asset -> AssetShape.of(caller, asset, Optional.empty()))
                .toList();
    }

    Answer update(Context http, Caller caller) throws IOException {
        AlbumId id = AlbumFields.idInPath(http);
        albums.update(caller, id, AlbumFields.edit(JsonFields.ofBody(http)));
        return Answer.ok(AlbumJson.of(albums.get(caller, id)));
    }

    Answer delete(Context http, Caller caller) {
        albums.delete(caller, AlbumFields.idInPath(http));
        return Answer.NO_CONTENT;
    }

    Answer statistics(Context http, Caller caller) {
        return Answer.ok(AlbumCountsJson.of(albums.count(caller)));
    }

    /** A link that hides metadata hides places too. */
    Answer mapMarkers(Context http, Caller caller) {
        var places = gathering.assets().listPlaces(caller, AlbumFields.idInPath(http));
        return Answer.ok(
                caller.seesMetadata() ? places.stream().map(AlbumMarkerJson::of).toList() : List.of());
    }
}
