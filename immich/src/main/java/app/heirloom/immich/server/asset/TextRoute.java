package app.heirloom.immich.server.asset;

import app.heirloom.immich.Library;
import app.heirloom.immich.json.asset.TextLineJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.TextFields;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.access.AssetAccess;
import app.heirloom.library.text.TextLine;
import app.heirloom.library.text.TextRepository;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import io.javalin.http.Context;
import java.util.List;
import java.util.stream.IntStream;

/** The text that was recognised on an asset. */
final class TextRoute {
    private final AssetAccess access;
    private final TextRepository texts;
    private final Transactions transactions;

    TextRoute(Library library) {
        this.access = library.collection().access();
        this.texts = library.views().recognised().texts();
        this.transactions = library.shelves().transactions();
    }

    Answer list(Context http, Caller caller) {
        AssetId id = TextFields.assetIdInPath(http);
        List<TextLine> lines = transactions.read(() -> {
            Asset asset = access.get(caller, id, Permission.ASSET_READ);
            return texts.list(asset.original().checksum());
        });
        return Answer.ok(IntStream.range(0, lines.size())
                .mapToObj(position -> TextLineJson.of(id, position, lines.get(position)))
                .toList());
    }
}
