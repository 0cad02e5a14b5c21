package app.heirloom.immich.server.device;

import static app.heirloom.immich.server.http.Operation.needs;
import static app.heirloom.library.user.Permission.ASSET_READ;
import static io.javalin.http.HandlerType.POST;

import app.heirloom.immich.Library;
import app.heirloom.immich.server.http.Operation;
import java.util.List;

/** Operations for devices that are compared with this server. */
public final class DeviceOperations {
    private DeviceOperations() {}

    public static List<Operation> of(Library library) {
        var holdings = new HoldingRoutes(library.background().news().holdings());
        return List.of(
                needs(ASSET_READ, POST, "/heirloom/device/matches", holdings::match),
                needs(ASSET_READ, POST, "/heirloom/device/contents", holdings::trace));
    }
}
