package app.heirloom.immich.client;

import app.heirloom.immich.client.transport.Answer;
import app.heirloom.immich.client.transport.Call;
import app.heirloom.immich.client.transport.Outcomes;
import app.heirloom.immich.client.transport.Transport;
import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Outcome;
import app.heirloom.library.remote.RemoteServer;
import app.heirloom.library.remote.album.RemoteAlbum;
import app.heirloom.library.remote.album.RemoteAlbums;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.user.UserId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Albums, whose contents version 3 tells by search only. */
final class ImmichAlbums implements RemoteAlbums {
    private final Transport transport;
    private final RemoteServer server;

    ImmichAlbums(Transport transport, RemoteServer server) {
        this.transport = transport;
        this.server = server;
    }

    /** Version 2 lists the user's own unless it is asked for those that are shared. */
    @Override
    public List<RemoteAlbum> list() {
        Map<AlbumId, RemoteAlbum> albums = new LinkedHashMap<>();
        list("").forEach(album -> albums.put(album.id(), album));
        if (server.isLegacy()) {
            list("?shared=true").forEach(album -> albums.putIfAbsent(album.id(), album));
        }
        return List.copyOf(albums.values());
    }

    @Override
    public List<RemoteAlbum> listOf(AssetId asset) {
        return list("?assetId=" + asset);
    }

    private List<RemoteAlbum> list(String query) {
        return transport.json(Call.get("/albums" + query)).requiredElements().stream()
                .map(ImmichAlbums::read)
                .toList();
    }

    @Override
    public void forEachAsset(AlbumId album, Consumer<RemoteAsset> action) {
        new AssetSearch(transport, server).forEach(Map.of("albumIds", List.of(album.value())), action);
    }

    @Override
    public RemoteAlbum create(String name, String description) {
        return read(transport.json(Call.create("/albums", Map.of("albumName", name, "description", description))));
    }

    @Override
    public List<Outcome> add(AlbumId album, Collection<AssetId> assets) {
        return Outcomes.gather(transport, assets, AssetId::value, ids -> Call.put(contents(album), Map.of("ids", ids)));
    }

    @Override
    public List<Outcome> remove(AlbumId album, Collection<AssetId> assets) {
        return Outcomes.gather(
                transport, assets, AssetId::value, ids -> Call.delete(contents(album), Map.of("ids", ids)));
    }

    private static String contents(AlbumId album) {
        return "/albums/" + album + "/assets";
    }

    private static RemoteAlbum read(Answer json) {
        return new RemoteAlbum(
                new AlbumId(json.uuid("id")),
                owner(json),
                json.findText("albumName").orElse(""),
                json.findText("description").orElse(""),
                json.findNumber("assetCount").orElse(0).longValue());
    }

    /** The first of the members, or what version 2 says. */
    private static UserId owner(Answer json) {
        Optional<UserId> first = json.list("albumUsers").stream()
                .filter(member ->
                        member.findText("role").filter("owner"::equals).isPresent())
                .findFirst()
                .map(member -> new UserId(member.object("user").uuid("id")));
        return first.orElseGet(() -> new UserId(json.uuid("ownerId")));
    }
}
