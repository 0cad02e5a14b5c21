package app.heirloom.immich.server.place;

import app.heirloom.immich.json.asset.AssetJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.TextFields;
import app.heirloom.library.search.FolderRepository;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import io.javalin.http.Context;

/** Assets by the folders of their originals. */
final class FolderRoutes {
    private final FolderRepository folders;
    private final Transactions transactions;

    FolderRoutes(FolderRepository folders, Transactions transactions) {
        this.folders = folders;
        this.transactions = transactions;
    }

    Answer listPaths(Context http, Caller caller) {
        return Answer.ok(transactions.read(() -> folders.listPaths(caller.id())));
    }

    Answer list(Context http, Caller caller) {
        String path = TextFields.ofQuery(http).text("path");
        return Answer.ok(transactions.read(() -> folders.list(caller.id(), path)).stream()
                .map(found -> AssetJson.of(found.asset(), found.exif()))
                .toList());
    }
}
