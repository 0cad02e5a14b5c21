package app.heirloom.library.search;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.embedding.ModelId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Assets that meet a criterion, by the numbers of their embeddings; several when they have the same content, by id. */
public interface EmbeddedAssetRepository {
    Map<Long, List<AssetId>> listByNumber(
            ModelId model, SearchScope scope, Criterion criterion, Collection<Long> numbers);

    Map<Long, List<AssetId>> listAll(ModelId model, SearchScope scope, Criterion criterion);
}
