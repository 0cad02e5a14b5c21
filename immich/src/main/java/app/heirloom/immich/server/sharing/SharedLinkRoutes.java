package app.heirloom.immich.server.sharing;

import app.heirloom.immich.json.sharing.LinkOutcomeJson;
import app.heirloom.immich.json.sharing.SharedLinkJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.immich.server.http.TextFields;
import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Outcome;
import app.heirloom.library.sharing.LinkGallery;
import app.heirloom.library.sharing.LinkTerms;
import app.heirloom.library.sharing.SharedLink;
import app.heirloom.library.sharing.SharedLinks;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import app.heirloom.library.user.SharedLinkId;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The caller's shared links. */
final class SharedLinkRoutes {
    private enum Type {
        ALBUM,
        INDIVIDUAL
    }

    private final SharedLinks links;
    private final LinkGallery gallery;

    SharedLinkRoutes(SharedLinks links, LinkGallery gallery) {
        this.links = links;
        this.gallery = gallery;
    }

    Answer list(Context http, Caller caller) {
        var query = TextFields.ofQuery(http);
        Optional<AlbumId> album = query.findUuid("albumId").map(AlbumId::new);
        Optional<SharedLinkId> id = query.findUuid("id").map(SharedLinkId::new);
        List<SharedLink> wanted = links.list(caller).stream()
                .filter(link -> album.isEmpty() || album.get().equals(link.album()))
                .filter(link -> id.isEmpty() || id.get().equals(link.id()))
                .toList();
        return Answer.ok(gallery.views(wanted).stream()
                .map(view -> SharedLinkJson.of(view, caller))
                .toList());
    }

    Answer create(Context http, Caller caller) throws IOException {
        var body = JsonFields.ofBody(http);
        Type type = body.findChoice("type", Type.values(), Type::name)
                .orElseThrow(() ->
                        InvalidFieldException.type("Invalid input: a value is required, received nothing", "type"));
        LinkTerms terms = LinkFields.terms(body, LinkFields.DEFAULTS);
        SharedLinkId id = switch (type) {
            case ALBUM -> links.shareAlbum(caller, new AlbumId(body.uuid("albumId")), terms);
            case INDIVIDUAL -> links.shareAssets(caller, assets(body), terms);
        };
        return Answer.created(view(caller, id));
    }

    private static List<AssetId> assets(JsonFields body) {
        List<AssetId> assets = body.assetIds("assetIds");
        if (assets.isEmpty()) {
            throw InvalidFieldException.value("Invalid input: name at least one asset", "assetIds");
        }
        return assets;
    }

    Answer get(Context http, Caller caller) {
        return Answer.ok(view(caller, id(http)));
    }

    Answer update(Context http, Caller caller) throws IOException {
        var body = JsonFields.ofBody(http);
        links.update(caller, id(http), before -> LinkFields.terms(body, before));
        return Answer.ok(view(caller, id(http)));
    }

    Answer delete(Context http, Caller caller) {
        links.remove(caller, id(http));
        return Answer.NO_CONTENT;
    }

    Answer addAssets(Context http, Caller caller) throws IOException {
        List<AssetId> ids = JsonFields.ofBody(http).assetIds("assetIds");
        return outcomes(links.addAssets(caller, id(http), ids));
    }

    Answer removeAssets(Context http, Caller caller) throws IOException {
        List<AssetId> ids = JsonFields.ofBody(http).assetIds("assetIds");
        return outcomes(links.removeAssets(caller, id(http), ids));
    }

    private SharedLinkJson view(Caller caller, SharedLinkId id) {
        return SharedLinkJson.of(gallery.view(links.get(caller, id, Permission.SHARED_LINK_READ)), caller);
    }

    private static Answer outcomes(List<Outcome> outcomes) {
        return Answer.ok(outcomes.stream().map(LinkOutcomeJson::of).toList());
    }

    private static SharedLinkId id(Context http) {
        return new SharedLinkId(TextFields.uuidInPath(http));
    }
}
