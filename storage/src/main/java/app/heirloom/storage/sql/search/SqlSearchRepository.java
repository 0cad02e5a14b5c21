package app.heirloom.storage.sql.search;

import app.heirloom.library.metadata.Exif;
import app.heirloom.library.search.CityAsset;
import app.heirloom.library.search.Criterion;
import app.heirloom.library.search.FoundAsset;
import app.heirloom.library.search.Property;
import app.heirloom.library.search.SearchOrder;
import app.heirloom.library.search.SearchPage;
import app.heirloom.library.search.SearchPage.After;
import app.heirloom.library.search.SearchPage.Offset;
import app.heirloom.library.search.SearchQuery;
import app.heirloom.library.search.SearchRepository;
import app.heirloom.library.search.SearchScope;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import app.heirloom.storage.sql.row.AssetRows;
import app.heirloom.storage.sql.row.ExifRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

public final class SqlSearchRepository implements SearchRepository {
    private static final String EXIF_COLUMNS = ", asset_exif.asset_id, " + ExifRows.COLUMNS;

    private final Database database;

    public SqlSearchRepository(Database database) {
        this.database = database;
    }

    @Override
    public List<FoundAsset> list(SearchQuery query) {
        SearchPage page = query.page();
        return switch (page.start()) {
            case Offset(int count) -> list(query, "", order(query.order()) + " limit ? offset ?", page.limit(), count);
            case After(var captured, var id) ->
                list(
                        query,
                        " and (captured_at, asset.id) " + (query.order().descending() ? "<" : ">") + " (?, ?)",
                        order(query.order()) + " limit ?",
                        captured,
                        id.value(),
                        page.limit());
        };
    }

    private static String order(SearchOrder order) {
        String direction = order.descending() ? " desc" : "";
        String column = switch (order.key()) {
            case CAPTURED -> "captured_at" + direction;
            case LOCAL -> "asset.local_at" + direction;
            case SIZE_IN_BYTES -> "size_in_bytes" + direction;
            case RATING -> "(select rating from asset_exif where asset_id = asset.id)" + direction + " nulls last";
        };
        return " order by " + column + ", asset.id" + direction;
    }

    /**
     * Ids are random, so that those which follow a random one are a sample of all; but where few assets meet the
     * criterion, these are found first.
     */
    @Override
    public List<FoundAsset> listRandom(SearchQuery query) {
        int limit = query.page().limit();
        List<FoundAsset> found;
        if (Selectivity.isNarrow(query.criterion())) {
            found = list(query, "", " order by random() limit ?", limit);
        } else {
            UUID start = UUID.randomUUID();
            found = new ArrayList<>(listById(query, ">=", start, limit));
            if (found.size() < limit) {
                found.addAll(listById(query, "<", start, limit - found.size()));
            }
        }
        Collections.shuffle(found);
        return found;
    }

    private List<FoundAsset> listById(SearchQuery query, String comparison, UUID start, int limit) {
        return list(
                CriterionSql.oneByOne(database, query.scope(), query.criterion()),
                query.withExif(),
                " and asset.id " + comparison + " ? order by asset.id limit ?",
                start,
                limit);
    }

    private List<FoundAsset> list(SearchQuery query, String more, String order, Object... moreArguments) {
        return list(
                CriterionSql.of(database, query.scope(), query.criterion()),
                query.withExif(),
                more + order,
                moreArguments);
    }

    private List<FoundAsset> list(CriterionSql condition, boolean withExif, String rest, Object... moreArguments) {
        return database.list(
                "select " + AssetRows.COLUMNS + (withExif ? EXIF_COLUMNS : "") + " from " + condition.tables(withExif)
                        + " where " + condition.sql() + rest,
                row -> found(row, withExif),
                condition.arguments(moreArguments));
    }

    private static FoundAsset found(Row row, boolean withExif) {
        return new FoundAsset(AssetRows.asset(row), withExif ? exif(row) : Optional.empty());
    }

    private static Optional<Exif> exif(Row row) {
        return row.uuidOrNull() == null ? Optional.empty() : Optional.of(ExifRows.exif(row));
    }

    @Override
    public long count(SearchScope scope, Criterion criterion) {
        var condition = CriterionSql.of(database, scope, criterion);
        boolean isCounted = scope instanceof SearchScope.Owned && Selectivity.isCountedByMonth(criterion);
        return database.find(
                        isCounted
                                ? "select coalesce(sum(assets), 0) from " + COUNTED + " where " + condition.sql()
                                : "select count(*) from " + condition.tables(false) + " where " + condition.sql(),
                        Row::number,
                        condition.arguments())
                .orElseThrow();
    }

    /** The time buckets in the shape of asset, as far as they know it. */
    private static final String COUNTED = """
            (select owner_id, visibility, case when is_trashed then 0 end as trashed_at, 0 as type, images as assets
              from time_bucket
            union all select owner_id, visibility, case when is_trashed then 0 end, 1, videos from time_bucket) asset
            """;

    @Override
    public List<Optional<String>> listValues(SearchScope scope, Criterion criterion, Property text) {
        var condition = CriterionSql.of(database, scope, criterion);
        return database.list(
                "select distinct " + CriterionSql.column(text) + " as value from " + condition.tables(true) + " where "
                        + condition.sql() + " order by value nulls last",
                row -> Optional.ofNullable(row.textOrNull()),
                condition.arguments());
    }

    @Override
    public List<CityAsset> listByCity(UserId owner) {
        return database.list(
                "select city, assets, " + AssetRows.COLUMNS + EXIF_COLUMNS + """
                from (select asset_id as newest, count(*) over (partition by city) as assets,
                    row_number() over (partition by city order by captured_at desc, asset.id desc) as place
                  from asset_exif join asset on asset.id = asset_exif.asset_id
                  where city is not null and owner_id = ? and visibility = 0 and trashed_at is null) cities
                join asset on asset.id = newest
                join asset_exif on asset_exif.asset_id = newest
                where place = 1 order by city
                """,
                row -> new CityAsset(row.text(), Math.toIntExact(row.number()), found(row, true)),
                owner.value());
    }
}
