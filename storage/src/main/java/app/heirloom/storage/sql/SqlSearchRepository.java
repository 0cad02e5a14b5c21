package app.heirloom.storage.sql;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.search.FoundAsset;
import app.heirloom.library.search.Period;
import app.heirloom.library.search.SearchCriteria;
import app.heirloom.library.search.SearchQuery;
import app.heirloom.library.search.SearchRepository;
import app.heirloom.library.search.StateCriteria;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

final class SqlSearchRepository implements SearchRepository {
    private final Database database;

    SqlSearchRepository(Database database) {
        this.database = database;
    }

    @Override
    public List<FoundAsset> list(SearchQuery query) {
        Condition condition = new Condition().and("owner_id = ?", query.owner().value());
        addCriteria(condition, query.criteria());
        addState(condition, query.criteria().state());
        String direction = query.newestFirst() ? " desc" : "";
        return database.list(
                "select " + AssetRows.COLUMNS
                        + (query.withExif()
                                ? ", asset_exif.asset_id, " + ExifRows.COLUMNS
                                        + " from asset left join asset_exif on asset_exif.asset_id = asset.id"
                                : " from asset")
                        + " where " + condition.sql()
                        + " order by captured_at" + direction + ", asset.id" + direction + " limit ? offset ?",
                row -> new FoundAsset(AssetRows.asset(row), query.withExif() ? exif(row) : Optional.empty()),
                condition.arguments(query.limit(), query.offset()));
    }

    private static Optional<Exif> exif(Row row) {
        return row.uuidOrNull() == null ? Optional.empty() : Optional.of(ExifRows.exif(row));
    }

    private static void addCriteria(Condition condition, SearchCriteria criteria) {
        List<AssetId> ids = criteria.ids();
        if (!ids.isEmpty()) {
            condition.and(
                    "asset.id in (" + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")",
                    ids.stream().map(AssetId::value).toArray());
        }
        criteria.type().ifPresent(type -> condition.and("type = ?", type));
        criteria.visibility()
                .ifPresentOrElse(
                        visibility -> condition.and("visibility = ?", visibility),
                        () -> condition.and("visibility <> ?", Visibility.LOCKED));
        criteria.fileName()
                .ifPresent(name -> condition.and("file_name_folded like ? escape '\\'", Folding.anywhere(name)));
        criteria.checksum().ifPresent(checksum -> condition.and("checksum = ?", checksum.bytes()));
    }

    private static void addState(Condition condition, StateCriteria state) {
        state.favorite().ifPresent(favorite -> condition.and(favorite ? "is_favorite" : "not is_favorite"));
        state.motion().ifPresent(motion -> condition.and("live_photo_video_id is " + (motion ? "not null" : "null")));
        if (!state.withTrashed() && !state.trashed().isBounded()) {
            condition.and("trashed_at is null");
        }
        addPeriod(condition, "trashed_at", state.trashed());
        addPeriod(condition, "captured_at", state.captured());
        addPeriod(condition, "created_at", state.created());
    }

    private static void addPeriod(Condition condition, String column, Period period) {
        period.from().ifPresent(from -> condition.and(column + " >= ?", from));
        period.until().ifPresent(until -> condition.and(column + " <= ?", until));
    }
}
