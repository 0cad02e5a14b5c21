package app.heirloom.immich.server.sharing;

import static app.heirloom.immich.server.http.Operation.needs;
import static app.heirloom.immich.server.http.Operation.open;
import static app.heirloom.immich.server.http.Operation.shared;
import static app.heirloom.library.user.Permission.ALL;
import static app.heirloom.library.user.Permission.SHARED_LINK_CREATE;
import static app.heirloom.library.user.Permission.SHARED_LINK_DELETE;
import static app.heirloom.library.user.Permission.SHARED_LINK_READ;
import static app.heirloom.library.user.Permission.SHARED_LINK_UPDATE;
import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.PATCH;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;

import app.heirloom.immich.Library;
import app.heirloom.immich.server.http.LinkLookup;
import app.heirloom.immich.server.http.Operation;
import java.util.List;

/** Operations on shared links. */
public final class SharedLinkOperations {
    private SharedLinkOperations() {}

    public static List<Operation> of(Library library) {
        Library.Sharing sharing = library.organising().sharing();
        var links = new SharedLinkRoutes(sharing.links(), sharing.gallery());
        var holders = new LinkHolderRoutes(sharing, new LinkLookup(sharing.authentication()));
        return List.of(
                needs(SHARED_LINK_READ, GET, "/shared-links", links::list),
                needs(SHARED_LINK_CREATE, POST, "/shared-links", links::create),
                open(POST, "/shared-links/login", holders::login),
                shared(ALL, GET, "/shared-links/me", holders::mine),
                needs(SHARED_LINK_READ, GET, "/shared-links/{id}", links::get),
                needs(SHARED_LINK_UPDATE, PATCH, "/shared-links/{id}", links::update),
                needs(SHARED_LINK_DELETE, DELETE, "/shared-links/{id}", links::delete),
                needs(SHARED_LINK_UPDATE, PUT, "/shared-links/{id}/assets", links::addAssets),
                needs(SHARED_LINK_UPDATE, DELETE, "/shared-links/{id}/assets", links::removeAssets));
    }
}
