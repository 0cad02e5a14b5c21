package app.heirloom.storage.sql.timeline;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.map.MapMarker;
import app.heirloom.library.map.MapQuery;
import app.heirloom.library.map.MapRepository;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.sql.row.Condition;
import app.heirloom.storage.sql.row.ExifRows;
import java.util.function.Consumer;

public final class SqlMapRepository implements MapRepository {
    private final Database database;

    public SqlMapRepository(Database database) {
        this.database = database;
    }

    @Override
    public void forEach(MapQuery query, Consumer<MapMarker> consumer) {
        Condition condition = condition(query);
        database.forEach(
                "select latitude, longitude, city, state, country, asset.id"
                        + " from asset_exif join asset on asset.id = asset_exif.asset_id"
                        + " where latitude is not null and longitude is not null and " + condition.sql()
                        + " order by captured_at desc, asset.id",
                row -> {
                    Coordinates coordinates = ExifRows.coordinates(row);
                    if (coordinates != null) {
                        var place = ExifRows.place(row);
                        consumer.accept(new MapMarker(new AssetId(row.uuid()), coordinates, place));
                    }
                },
                condition.arguments());
    }

    private static Condition condition(MapQuery query) {
        Condition condition = new Condition().and("owner_id = ?", query.owner().value());
        condition.and(
                "visibility in (?, ?)",
                Visibility.TIMELINE,
                query.withArchived() ? Visibility.ARCHIVE : Visibility.TIMELINE);
        condition.and("trashed_at is null");
        query.favorite().ifPresent(favorite -> condition.and(favorite ? "is_favorite" : "not is_favorite"));
        query.takenAfter().ifPresent(instant -> condition.and("captured_at >= ?", instant));
        query.takenBefore().ifPresent(instant -> condition.and("captured_at <= ?", instant));
        return condition;
    }
}
