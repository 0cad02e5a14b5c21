package app.heirloom.immich.server.album;

import static app.heirloom.immich.server.http.Operation.needs;
import static app.heirloom.immich.server.http.Operation.shared;
import static app.heirloom.library.user.Permission.ALBUM_ASSET_CREATE;
import static app.heirloom.library.user.Permission.ALBUM_ASSET_DELETE;
import static app.heirloom.library.user.Permission.ALBUM_CREATE;
import static app.heirloom.library.user.Permission.ALBUM_DELETE;
import static app.heirloom.library.user.Permission.ALBUM_READ;
import static app.heirloom.library.user.Permission.ALBUM_STATISTICS;
import static app.heirloom.library.user.Permission.ALBUM_UPDATE;
import static app.heirloom.library.user.Permission.ALBUM_USER_CREATE;
import static app.heirloom.library.user.Permission.ALBUM_USER_DELETE;
import static app.heirloom.library.user.Permission.ALBUM_USER_UPDATE;
import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.PATCH;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;

import app.heirloom.immich.Library;
import app.heirloom.immich.server.http.Operation;
import java.util.List;

/** Operations on albums. */
public final class AlbumOperations {
    private AlbumOperations() {}

    public static List<Operation> of(Library library) {
        Library.Gathering gathering = library.organising().gathering();
        var albums = new AlbumRoutes(gathering, library.shelves());
        var assets = new AlbumAssetRoutes(gathering.assets());
        var members = new AlbumMemberRoutes(gathering);
        return List.of(
                needs(ALBUM_READ, GET, "/albums", albums::list),
                needs(ALBUM_CREATE, POST, "/albums", albums::create),
                needs(ALBUM_ASSET_CREATE, PUT, "/albums/assets", assets::addToMany),
                needs(ALBUM_STATISTICS, GET, "/albums/statistics", albums::statistics),
                shared(ALBUM_READ, GET, "/albums/{id}", albums::get),
                needs(ALBUM_UPDATE, PATCH, "/albums/{id}", albums::update),
                needs(ALBUM_DELETE, DELETE, "/albums/{id}", albums::delete),
                needs(ALBUM_ASSET_CREATE, PUT, "/albums/{id}/assets", assets::add),
                needs(ALBUM_ASSET_DELETE, DELETE, "/albums/{id}/assets", assets::remove),
                shared(ALBUM_READ, GET, "/albums/{id}/map-markers", albums::mapMarkers),
                needs(ALBUM_USER_CREATE, PUT, "/albums/{id}/users", members::add),
                needs(ALBUM_USER_UPDATE, PUT, "/albums/{id}/user/{userId}", members::update),
                needs(ALBUM_USER_DELETE, DELETE, "/albums/{id}/user/{userId}", members::remove));
    }
}
