package app.heirloom.immich.server;

import app.heirloom.immich.Library;
import app.heirloom.immich.server.http.CallerLookup;
import app.heirloom.immich.server.http.Endpoints;
import app.heirloom.immich.server.http.LinkLookup;
import app.heirloom.immich.server.socket.SocketNews;
import app.heirloom.immich.server.socket.SocketServer;
import app.heirloom.immich.server.system.ServerRoutes;
import io.javalin.config.RoutesConfig;
import java.time.Instant;

/** The Immich API of a library. */
public final class ImmichApi {
    private ImmichApi() {}

    /**
     * Adds every operation to the routes, below {@code /api}, and the answer to all that is none.
     *
     * @param started since when this server runs
     */
    public static void register(RoutesConfig routes, Library library, SocketServer sockets, Instant started) {
        var server = new ServerRoutes(library, started);
        routes.get("/.well-known/immich", http -> server.wellKnown(http).writeTo(http));
        var links = new LinkLookup(library.organising().sharing().authentication());
        var callers = new CallerLookup(links, library.entrance().authentication());
        sockets.register(routes, callers);
        SocketNews.subscribe(library, sockets);
        new Endpoints(routes, callers).add(Operations.of(library, server));
    }
}
