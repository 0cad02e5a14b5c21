package app.heirloom.immich.server.socket;

import app.heirloom.immich.Library;
import app.heirloom.immich.json.AsciiText;
import app.heirloom.immich.json.asset.AssetJson;
import app.heirloom.immich.json.sync.SyncAssetJson;
import app.heirloom.immich.json.sync.SyncExifJson;
import app.heirloom.library.album.AlbumChanged;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.event.AssetHidden;
import app.heirloom.library.asset.event.AssetReady;
import app.heirloom.library.asset.event.AssetUpdated;
import app.heirloom.library.asset.event.AssetsDeleted;
import app.heirloom.library.asset.event.AssetsRestored;
import app.heirloom.library.asset.event.AssetsTrashed;
import app.heirloom.library.asset.event.StacksChanged;
import app.heirloom.library.event.Events;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.person.PersonThumbnailReady;
import app.heirloom.library.sync.entity.SyncedExif;
import app.heirloom.library.user.UserId;
import app.heirloom.library.user.UserRemoved;
import app.heirloom.library.user.login.SessionEnded;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** What of the library's news goes to whom, and in which words of the wire. */
public final class SocketNews {
    private final Library library;
    private final SocketServer clients;

    private SocketNews(Library library, SocketServer clients) {
        this.library = library;
        this.clients = clients;
    }

    /** From now on, clients hear of what happens. */
    public static void subscribe(Library library, SocketServer clients) {
        var news = new SocketNews(library, clients);
        Events events = library.background().news().events();
        events.subscribe(AssetReady.class, ready -> news.tellReady(ready.asset(), ready.owner()));
        events.subscribe(AssetUpdated.class, updated -> news.tellUpdated(updated.asset(), updated.owner()));
        events.subscribe(
                AssetsTrashed.class,
                trashed -> clients.tell(trashed.owner(), Packet.event("on_asset_trash", ids(trashed.assets()))));
        events.subscribe(
                AssetsRestored.class,
                restored -> clients.tell(restored.owner(), Packet.event("on_asset_restore", ids(restored.assets()))));
        events.subscribe(
                AssetsDeleted.class,
                deleted -> deleted.assets()
                        .forEach(asset ->
                                clients.tell(deleted.owner(), Packet.event("on_asset_delete", id(asset.value())))));
        events.subscribe(
                AssetHidden.class,
                hidden -> clients.tell(
                        hidden.owner(),
                        Packet.event("on_asset_hidden", id(hidden.asset().value()))));
        events.subscribe(
                StacksChanged.class, changed -> clients.tell(changed.owner(), Packet.event("on_asset_stack_update")));
        events.subscribe(
                PersonThumbnailReady.class,
                ready -> clients.tell(
                        ready.owner(),
                        Packet.event("on_person_thumbnail", id(ready.person().value()))));
        events.subscribe(
                AlbumChanged.class,
                changed -> clients.tell(
                        changed.members(),
                        Packet.event("on_album_update", id(changed.album().value()))));
        events.subscribe(
                SessionEnded.class,
                ended -> clients.dismiss(
                        ended.session(),
                        Packet.event("on_session_delete", id(ended.session().value()))));
        events.subscribe(UserRemoved.class, removed -> {
            clients.tellEverybody(
                    Packet.event("on_user_delete", id(removed.user().value())));
            clients.dismiss(removed.user());
        });
    }

    private void tellReady(AssetId id, UserId owner) {
        if (!clients.isAnybodyThere(owner)) {
            return;
        }
        find(id).ifPresent(asset -> {
            Visibility visibility = asset.state().visibility();
            if (visibility == Visibility.TIMELINE || visibility == Visibility.ARCHIVE) {
                clients.tell(owner, Packet.event("on_upload_success", json(asset)));
            }
            findExif(id).ifPresent(exif -> clients.tell(owner, Packet.event("AssetUploadReadyV2", json(asset, exif))));
        });
    }

    private void tellUpdated(AssetId id, UserId owner) {
        if (clients.isAnybodyThere(owner)) {
            find(id).ifPresent(asset -> clients.tell(owner, Packet.event("on_asset_update", json(asset))));
        }
    }

    /** Empty when it was deleted meanwhile. */
    private Optional<Asset> find(AssetId id) {
        var shelves = library.shelves();
        return shelves.transactions().read(() -> shelves.assets().find(id));
    }

    private Optional<SyncedExif> findExif(AssetId id) {
        var repository = library.background().news().sync();
        return library.shelves().transactions().read(() -> repository.findExif(id));
    }

    private String json(Asset asset) {
        Optional<Exif> exif = library.shelves()
                .transactions()
                .read(() -> library.views().exifs().find(asset.id()));
        return Packet.json(AssetJson.of(asset, exif));
    }

    private static String json(Asset asset, SyncedExif exif) {
        var text = new AsciiText(2_048).append("{\"asset\":");
        SyncAssetJson.append(asset, text);
        text.append(",\"exif\":");
        SyncExifJson.append(exif, text);
        return new String(text.append('}').toBytes(), StandardCharsets.US_ASCII);
    }

    private static String ids(Collection<AssetId> ids) {
        return Packet.json(ids.stream().map(AssetId::value).toList());
    }

    private static String id(UUID id) {
        return '"' + id.toString() + '"';
    }
}
