package app.heirloom.library.asset.document;

import app.heirloom.library.asset.AssetId;
import java.util.List;
import java.util.Optional;

/** What clients remember of assets. */
public interface AssetDocumentRepository {
    /** All of the asset, ordered by key. */
    List<AssetDocument> list(AssetId asset);

    Optional<AssetDocument> find(AssetId asset, String key);

    /** Adds the document, or replaces the one under the same key. */
    void save(AssetDocument document);

    /** Removes the document, if there is one. */
    void remove(AssetId asset, String key);
}
