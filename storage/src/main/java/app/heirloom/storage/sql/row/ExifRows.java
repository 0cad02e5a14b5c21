package app.heirloom.storage.sql.row;

import app.heirloom.library.metadata.Camera;
import app.heirloom.library.metadata.Caption;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.Exposure;
import app.heirloom.library.metadata.Frame;
import app.heirloom.library.metadata.Location;
import app.heirloom.library.metadata.Place;
import app.heirloom.storage.database.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads metadata out of rows, for every repository that selects it. */
public final class ExifRows {
    /** What {@link #exif} reads. */
    public static final String COLUMNS = """
            make, model, lens, f_number, exposure_time, focal_length, iso,
            asset_exif.local_at, zone, modified_local_at, latitude, longitude, city, state, country,
            description, rating, keywords,
            stored_width, stored_height, orientation, asset_exif.duration_in_millis, frames_per_second, projection
            """;

    private static final String SEPARATOR = "\n";

    private ExifRows() {}

    public static Exif exif(Row row) {
        return new Exif(
                new Camera(row.textOrNull(), row.textOrNull(), row.textOrNull()),
                new Exposure(row.realOrNull(), row.textOrNull(), row.realOrNull(), row.integerOrNull()),
                new Capture(row.localOrNull(), row.textOrNull(), row.localOrNull()),
                new Location(coordinates(row), place(row)),
                new Caption(row.text(), row.integerOrNull(), split(row.text())),
                new Frame(
                        AssetRows.dimensions(row),
                        row.integerOrNull(),
                        row.durationOrNull(),
                        row.realOrNull(),
                        row.textOrNull()));
    }

    public static @Nullable Coordinates coordinates(Row row) {
        Double latitude = row.realOrNull();
        Double longitude = row.realOrNull();
        return latitude == null || longitude == null ? null : new Coordinates(latitude, longitude);
    }

    public static Place place(Row row) {
        return new Place(row.textOrNull(), row.textOrNull(), row.textOrNull());
    }

    public static String join(List<String> keywords) {
        return String.join(SEPARATOR, keywords);
    }

    private static List<String> split(String keywords) {
        return keywords.isEmpty() ? List.of() : List.of(keywords.split(SEPARATOR, -1));
    }
}
