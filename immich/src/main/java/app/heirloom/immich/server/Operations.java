package app.heirloom.immich.server;

import app.heirloom.immich.Library;
import app.heirloom.immich.server.account.AccountOperations;
import app.heirloom.immich.server.account.UserOperations;
import app.heirloom.immich.server.album.AlbumOperations;
import app.heirloom.immich.server.asset.AssetOperations;
import app.heirloom.immich.server.device.DeviceOperations;
import app.heirloom.immich.server.download.DownloadOperations;
import app.heirloom.immich.server.external.ExternalOperations;
import app.heirloom.immich.server.http.Operation;
import app.heirloom.immich.server.organise.OrganiseOperations;
import app.heirloom.immich.server.people.PeopleOperations;
import app.heirloom.immich.server.place.PlaceOperations;
import app.heirloom.immich.server.search.SearchOperations;
import app.heirloom.immich.server.sharing.SharedLinkOperations;
import app.heirloom.immich.server.sync.SyncOperations;
import app.heirloom.immich.server.system.ServerRoutes;
import app.heirloom.immich.server.system.SystemOperations;
import app.heirloom.immich.server.timeline.TimelineOperations;
import java.util.List;
import java.util.stream.Stream;

/** All operations, area by area; in each, a table says who may ask for what, and who answers. */
final class Operations {
    private Operations() {}

    /** Where two paths match, the first wins. */
    static List<Operation> of(Library library, ServerRoutes server) {
        return Stream.of(
                        SystemOperations.of(library, server),
                        AccountOperations.of(library),
                        UserOperations.of(library),
                        OrganiseOperations.of(library),
                        AssetOperations.of(library),
                        AlbumOperations.of(library),
                        SharedLinkOperations.of(library),
                        TimelineOperations.of(library),
                        SearchOperations.of(library),
                        PeopleOperations.of(library),
                        PlaceOperations.of(library),
                        DownloadOperations.of(library),
                        DeviceOperations.of(library),
                        ExternalOperations.of(library),
                        SyncOperations.of(library))
                .flatMap(List::stream)
                .toList();
    }
}
