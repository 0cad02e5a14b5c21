package app.heirloom.storage.sql.search;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.search.Criterion;
import app.heirloom.library.search.EmbeddedAssetRepository;
import app.heirloom.library.search.SearchScope;
import app.heirloom.storage.database.Database;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

public final class SqlEmbeddedAssetRepository implements EmbeddedAssetRepository {
    private final Database database;

    public SqlEmbeddedAssetRepository(Database database) {
        this.database = database;
    }

    @Override
    public Map<Long, List<AssetId>> listByNumber(
            ModelId model, SearchScope scope, Criterion criterion, Collection<Long> numbers) {
        var condition = CriterionSql.oneByOne(database, scope, criterion);
        Map<Long, List<AssetId>> found = new HashMap<>();
        Database.inPortions(
                numbers,
                (portion, placeholders) ->
                        add(model, condition, " and image_embedding.number in " + placeholders, portion, found));
        return found;
    }

    @Override
    public Map<Long, List<AssetId>> listAll(ModelId model, SearchScope scope, Criterion criterion) {
        Map<Long, List<AssetId>> found = new HashMap<>();
        add(model, CriterionSql.of(database, scope, criterion), "", List.of(), found);
        return found;
    }

    private void add(
            ModelId model, CriterionSql condition, String more, List<Long> numbers, Map<Long, List<AssetId>> found) {
        String sql = "select number, found.id from (select asset.id, asset.checksum from " + condition.tables(false)
                + " where " + condition.sql() + ") found"
                + " join image_embedding on image_embedding.checksum = found.checksum where model = ?" + more
                + " order by found.id";
        Object[] arguments = condition.arguments(
                Stream.concat(Stream.of(model.name()), numbers.stream()).toArray());
        database.forEach(
                sql,
                row -> found.computeIfAbsent(row.number(), absent -> new ArrayList<>())
                        .add(new AssetId(row.uuid())),
                arguments);
    }
}
