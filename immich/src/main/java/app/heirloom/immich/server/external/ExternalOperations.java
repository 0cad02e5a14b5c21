package app.heirloom.immich.server.external;

import static app.heirloom.immich.server.http.Operation.admin;
import static app.heirloom.library.user.Permission.ALL;
import static app.heirloom.library.user.Permission.LIBRARY_CREATE;
import static app.heirloom.library.user.Permission.LIBRARY_DELETE;
import static app.heirloom.library.user.Permission.LIBRARY_READ;
import static app.heirloom.library.user.Permission.LIBRARY_STATISTICS;
import static app.heirloom.library.user.Permission.LIBRARY_UPDATE;
import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.PATCH;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;

import app.heirloom.immich.Library;
import app.heirloom.immich.server.http.Operation;
import java.util.List;

/** Operations on external libraries. */
public final class ExternalOperations {
    private ExternalOperations() {}

    public static List<Operation> of(Library library) {
        var libraries = new LibraryRoutes(library.background().libraries());
        return List.of(
                admin(LIBRARY_READ, GET, "/libraries", libraries::list),
                admin(LIBRARY_CREATE, POST, "/libraries", libraries::create),
                admin(LIBRARY_READ, GET, "/libraries/{id}", libraries::get),
                admin(LIBRARY_UPDATE, PUT, "/libraries/{id}", libraries::update),
                admin(LIBRARY_UPDATE, PATCH, "/libraries/{id}", libraries::update),
                admin(LIBRARY_DELETE, DELETE, "/libraries/{id}", libraries::delete),
                admin(LIBRARY_UPDATE, POST, "/libraries/{id}/scan", libraries::scan),
                admin(LIBRARY_STATISTICS, GET, "/libraries/{id}/statistics", libraries::statistics),
                admin(ALL, POST, "/libraries/{id}/validate", libraries::validate));
    }
}
