package app.heirloom.storage.sql.person;

import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.face.FaceQuality;
import app.heirloom.library.recognition.detection.Detection;
import app.heirloom.library.recognition.detection.FaceArea;
import app.heirloom.library.recognition.detection.Sighting;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import app.heirloom.storage.sql.row.VectorBytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What models made of faces, for every repository that reads or removes it. */
public final class DetectionRows {
    private DetectionRows() {}

    /** Reads number, corners, moment, quality and embedding. */
    public static Detection detection(Row row) {
        return new Detection(
                row.number(),
                new Sighting(
                        new FaceArea(
                                (float) row.real(),
                                (float) row.real(),
                                (float) row.real(),
                                (float) row.real(),
                                row.durationOrNull()),
                        quality(row),
                        embedding(row)));
    }

    /** Reads short side, sharpness, frontality and score. */
    static FaceQuality quality(Row row) {
        return new FaceQuality((float) row.real(), (float) row.real(), (float) row.real(), (float) row.real());
    }

    static Embedding embedding(Row row) {
        return VectorBytes.read(row.bytes());
    }

    /** Takes from the faces what models made of them, and removes what no other face refers to. */
    public static void drop(Database database, String condition, @Nullable Object... arguments) {
        List<Long> numbers = database.list(
                "select detected_number from asset_face where detected_number is not null and " + condition,
                Row::number,
                arguments);
        database.update(
                "update asset_face set detected_number = null where detected_number is not null and " + condition,
                arguments);
        for (Long number : numbers) {
            database.update("""
                    delete from detected_face
                    where number = ? and not exists (select 1 from asset_face where detected_number = number)
                    """, number);
        }
    }
}
