package app.heirloom.testkit.remote.standin;

import app.heirloom.library.remote.RemoteServer;
import app.heirloom.library.user.Permission;
import app.heirloom.testkit.remote.FakePhotoServer;
import java.util.Map;

/** Who one is, and what the server is. */
final class StandInAccountRoutes {
    private final FakePhotoServer photos;

    StandInAccountRoutes(FakePhotoServer photos) {
        this.photos = photos;
    }

    void addTo(StandInTable table) {
        table.add("GET /api/server/version", (request, path) -> {
            RemoteServer server = photos.account().server();
            return StandInAnswer.ok(Map.of("major", server.major(), "minor", server.minor(), "patch", server.patch()));
        });
        table.add(
                "GET /.well-known/immich",
                (request, path) -> StandInAnswer.ok(
                        photos.account().server().kind() == RemoteServer.Kind.HEIRLOOM
                                ? Map.of("api", Map.of("endpoint", "/api"), "server", "heirloom")
                                : Map.of("api", Map.of("endpoint", "/api"))));
        table.add("GET /api/users/me", (request, path) -> {
            var user = photos.account().user();
            return StandInAnswer.ok(Map.of(
                    "id", user.id().toString(), "name", user.name(), "email", user.email(), "isAdmin", user.admin()));
        });
        table.add(
                "GET /api/api-keys/me",
                (request, path) -> StandInAnswer.ok(Map.of(
                        "permissions",
                        photos.account().permissions().orElseThrow().stream()
                                .map(Permission::dottedName)
                                .toList())));
    }
}
