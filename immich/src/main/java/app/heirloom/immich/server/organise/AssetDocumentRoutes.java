package app.heirloom.immich.server.organise;

import app.heirloom.immich.json.organise.AssetDocumentJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.immich.server.http.TextFields;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.document.AssetDocuments;
import app.heirloom.library.user.Caller;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What clients remember of assets; the wire calls it metadata. */
final class AssetDocumentRoutes {
    private static final String ITEMS = "items";

    private final AssetDocuments documents;

    AssetDocumentRoutes(AssetDocuments documents) {
        this.documents = documents;
    }

    Answer list(Context http, Caller caller) {
        return Answer.ok(documents.list(caller, TextFields.assetIdInPath(http)).stream()
                .map(AssetDocumentJson::of)
                .toList());
    }

    Answer get(Context http, Caller caller) {
        return Answer.ok(AssetDocumentJson.of(documents.get(caller, keyInPath(http))));
    }

    Answer save(Context http, Caller caller) throws IOException {
        AssetId asset = TextFields.assetIdInPath(http);
        List<AssetDocuments.Entry> entries = JsonFields.ofBody(http).list(ITEMS).stream()
                .map(item -> new AssetDocuments.Entry(
                        new AssetDocuments.Key(asset, item.name("key")), item.objectText("value")))
                .toList();
        return Answer.ok(documents.save(caller, entries).stream()
                .map(AssetDocumentJson::of)
                .toList());
    }

    Answer delete(Context http, Caller caller) {
        documents.remove(caller, List.of(keyInPath(http)));
        return Answer.NO_CONTENT;
    }

    Answer saveMany(Context http, Caller caller) throws IOException {
        var entries = new ArrayList<AssetDocuments.Entry>();
        for (JsonFields item : JsonFields.ofBody(http).list(ITEMS)) {
            entries.add(new AssetDocuments.Entry(key(item, entries.size()), item.objectText("value")));
        }
        return Answer.ok(documents.save(caller, entries).stream()
                .map(AssetDocumentJson::ofBulk)
                .toList());
    }

    Answer deleteMany(Context http, Caller caller) throws IOException {
        var keys = new ArrayList<AssetDocuments.Key>();
        for (JsonFields item : JsonFields.ofBody(http).list(ITEMS)) {
            keys.add(key(item, keys.size()));
        }
        documents.remove(caller, keys);
        return Answer.NO_CONTENT;
    }

    private static AssetDocuments.Key key(JsonFields item, int index) {
        AssetId asset = item.findAssetId("assetId")
                .orElseThrow(
                        () -> InvalidFieldException.type("Invalid input: an id is required", ITEMS, index, "assetId"));
        return new AssetDocuments.Key(asset, item.name("key"));
    }

    private static AssetDocuments.Key keyInPath(Context http) {
        return new AssetDocuments.Key(TextFields.assetIdInPath(http), http.pathParam("key"));
    }
}
