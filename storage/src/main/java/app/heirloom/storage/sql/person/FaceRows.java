package app.heirloom.storage.sql.person;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.person.Face;
import app.heirloom.library.person.FaceBox;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.FaceSource;
import app.heirloom.library.person.PersonId;
import app.heirloom.storage.database.Row;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads faces out of rows, for every repository that selects them. */
final class FaceRows {
    /** What {@link #face} reads. */
    static final String COLUMNS = """
            asset_face.id, asset_face.asset_id, person_id, source, image_width, image_height,
            asset_face.x1, asset_face.y1, asset_face.x2, asset_face.y2, asset_face.moment, label
            """;

    /** In the order of their numbers. */
    private static final List<FaceSource> SOURCES = List.of(FaceSource.MODEL, FaceSource.FILE, FaceSource.HAND);

    private FaceRows() {}

    static int codeOf(FaceSource source) {
        return SOURCES.indexOf(source);
    }

    static Face face(Row row) {
        return new Face(
                new FaceId(row.uuid()),
                new AssetId(row.uuid()),
                person(row.uuidOrNull()),
                SOURCES.get(row.integer()),
                new FaceBox(
                        new Dimensions(row.integer(), row.integer()),
                        row.integer(),
                        row.integer(),
                        row.integer(),
                        row.integer(),
                        row.durationOrNull()),
                row.textOrNull());
    }

    static @Nullable PersonId person(@Nullable UUID id) {
        return id == null ? null : new PersonId(id);
    }
}
