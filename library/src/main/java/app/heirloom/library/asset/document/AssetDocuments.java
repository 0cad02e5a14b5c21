package app.heirloom.library.asset.document;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.access.OwnAssets;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

/** Keeps for owners what their clients want remembered of assets. */
public final class AssetDocuments {
    private final AssetDocumentRepository documents;
    private final OwnAssets own;
    private final Transactions transactions;
    private final InstantSource clock;

    /** Names a document, there or not. */
    public record Key(AssetId asset, String name) {}

    /** What is to be kept under a key. */
    public record Entry(Key key, String json) {}

    public AssetDocuments(
            AssetDocumentRepository documents, OwnAssets own, Transactions transactions, InstantSource clock) {
        this.documents = documents;
        this.own = own;
        this.transactions = transactions;
        this.clock = clock;
    }

    public List<AssetDocument> list(Caller caller, AssetId asset) {
        return transactions.read(() -> {
            own.get(caller, asset, Permission.ASSET_READ);
            return documents.list(asset);
        });
    }

    /** Fails as INVALID when nothing is kept under the key. */
    public AssetDocument get(Caller caller, Key key) {
        return transactions.read(() -> {
            own.get(caller, key.asset(), Permission.ASSET_READ);
            return documents
                    .find(key.asset(), key.name())
                    .orElseThrow(
                            () -> ErrorCode.INVALID.exception("The asset has no metadata under the key " + key.name()));
        });
    }

    /** Keeps all of the entries or, when one is of an asset that is not the caller's, none. */
    public List<AssetDocument> save(Caller caller, Collection<Entry> entries) {
        return transactions.write(() -> {
            own.list(caller, entries.stream().map(entry -> entry.key().asset()).toList(), Permission.ASSET_UPDATE);
            Instant now = clock.instant();
            List<AssetDocument> saved = entries.stream()
                    .map(entry ->
                            new AssetDocument(entry.key().asset(), entry.key().name(), entry.json(), now))
                    .toList();
            saved.forEach(documents::save);
            return saved;
        });
    }

    /** Forgets all of the documents or, when one is of an asset that is not the caller's, none. */
    public void remove(Caller caller, Collection<Key> keys) {
        transactions.run(() -> {
            own.list(caller, keys.stream().map(Key::asset).toList(), Permission.ASSET_UPDATE);
            keys.forEach(key -> documents.remove(key.asset(), key.name()));
        });
    }
}
