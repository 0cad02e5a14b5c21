package app.heirloom.storage.sql.asset;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.metadata.Camera;
import app.heirloom.library.metadata.Caption;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.ExifRepository;
import app.heirloom.library.metadata.Exposure;
import app.heirloom.library.metadata.Frame;
import app.heirloom.library.metadata.LivePhotoClue;
import app.heirloom.library.metadata.MetadataEdits;
import app.heirloom.library.metadata.MotionClip;
import app.heirloom.library.metadata.Place;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import app.heirloom.storage.sql.row.ExifRows;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public final class SqlExifRepository implements ExifRepository {
    private final Database database;

    public SqlExifRepository(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Exif> find(AssetId id) {
        return database.find(
                "select " + ExifRows.COLUMNS + " from asset_exif where asset_id = ?", ExifRows::exif, id.value());
    }

    @Override
    public Map<AssetId, Exif> list(Collection<AssetId> ids) {
        Map<AssetId, Exif> found = new HashMap<>();
        Database.inPortions(
                ids,
                (portion, placeholders) -> database.forEach(
                        "select asset_id, " + ExifRows.COLUMNS + " from asset_exif where asset_id in " + placeholders,
                        row -> found.put(new AssetId(row.uuid()), ExifRows.exif(row)),
                        portion.stream().map(AssetId::value).toArray()));
        return found;
    }

    @Override
    public void save(AssetId id, Exif exif) {
        Camera camera = exif.camera();
        Exposure exposure = exif.exposure();
        Capture capture = exif.capture();
        Coordinates coordinates = exif.coordinates();
        Place place = exif.location().place();
        Caption caption = exif.caption();
        Frame frame = exif.frame();
        Dimensions stored = frame.dimensions();
        database.update("delete from asset_exif where asset_id = ?", id.value());
        database.update(
                """
                insert into asset_exif (asset_id, make, model, lens, f_number, exposure_time, focal_length, iso,
                  local_at, zone, modified_local_at, latitude, longitude, city, state, country, description, rating,
                  keywords, stored_width, stored_height, orientation, duration_in_millis, frames_per_second, projection,
                  change_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id.value(),
                camera.make(),
                camera.model(),
                camera.lens(),
                exposure.fNumber(),
                exposure.time(),
                exposure.focalLength(),
                exposure.iso(),
                capture.local(),
                capture.zone(),
                capture.modified(),
                coordinates == null ? null : coordinates.latitude(),
                coordinates == null ? null : coordinates.longitude(),
                place.city(),
                place.state(),
                place.country(),
                caption.description(),
                caption.rating(),
                ExifRows.join(caption.keywords()),
                stored == null ? null : stored.width(),
                stored == null ? null : stored.height(),
                frame.orientation(),
                frame.duration(),
                frame.framesPerSecond(),
                frame.projection(),
                database.nextChange());
    }

    @Override
    public MetadataEdits getEdits(AssetId id) {
        return database.find(
                        """
                        select description, rating, latitude, longitude, local_at, zone
                        from asset_exif_edit where asset_id = ?
                        """,
                        row -> new MetadataEdits(
                                row.textOrNull(), row.integerOrNull(), ExifRows.coordinates(row), capture(row)),
                        id.value())
                .orElse(MetadataEdits.NONE);
    }

    private static @Nullable Capture capture(Row row) {
        var local = row.localOrNull();
        return local == null ? null : new Capture(local, row.textOrNull(), null);
    }

    @Override
    public void saveEdits(AssetId id, MetadataEdits edits) {
        Coordinates coordinates = edits.coordinates();
        Capture capture = edits.capture();
        database.update("delete from asset_exif_edit where asset_id = ?", id.value());
        database.update(
                """
                insert into asset_exif_edit (asset_id, description, rating, latitude, longitude, local_at, zone)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                id.value(),
                edits.description(),
                edits.rating(),
                coordinates == null ? null : coordinates.latitude(),
                coordinates == null ? null : coordinates.longitude(),
                capture == null ? null : capture.local(),
                capture == null ? null : capture.zone());
    }

    @Override
    public LivePhotoClue getClue(AssetId id) {
        return database.find(
                        "select content_identifier, clip_offset, clip_size_in_bytes from live_photo_clue where asset_id = ?",
                        row -> new LivePhotoClue(Optional.ofNullable(row.textOrNull()), clip(row)),
                        id.value())
                .orElse(LivePhotoClue.NONE);
    }

    private static Optional<MotionClip> clip(Row row) {
        Long offset = row.numberOrNull();
        Long size = row.numberOrNull();
        return offset == null || size == null ? Optional.empty() : Optional.of(new MotionClip(offset, size));
    }

    @Override
    public void saveClue(AssetId id, LivePhotoClue clue) {
        database.update("delete from live_photo_clue where asset_id = ?", id.value());
        if (!clue.equals(LivePhotoClue.NONE)) {
            database.update(
                    "insert into live_photo_clue values (?, ?, ?, ?)",
                    id.value(),
                    clue.contentIdentifier().orElse(null),
                    clue.motionClip().map(MotionClip::offset).orElse(null),
                    clue.motionClip().map(MotionClip::sizeInBytes).orElse(null));
        }
    }

    @Override
    public Optional<AssetId> findByContentIdentifier(UserId owner, String contentIdentifier, AssetType type) {
        return database.find("""
                select asset.id from live_photo_clue join asset on asset.id = live_photo_clue.asset_id
                where content_identifier = ? and owner_id = ? and type = ?
                order by asset.created_at limit 1
                """, row -> new AssetId(row.uuid()), contentIdentifier, owner.value(), type);
    }
}
