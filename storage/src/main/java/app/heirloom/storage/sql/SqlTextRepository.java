package app.heirloom.storage.sql;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.FileKind;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.text.TextLine;
import app.heirloom.library.text.TextLine.Corner;
import app.heirloom.library.text.TextLine.Corners;
import app.heirloom.library.text.TextRepository;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Folding;
import app.heirloom.storage.database.Row;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

final class SqlTextRepository implements TextRepository {
    private static final int CORNERS = 4;

    private final Database database;

    SqlTextRepository(Database database) {
        this.database = database;
    }

    @Override
    public void save(ModelId model, Checksum content, List<TextLine> lines) {
        database.update("delete from text_line where checksum = ?", content.bytes());
        for (int position = 0; position < lines.size(); position++) {
            TextLine line = lines.get(position);
            database.update(
                    """
                    insert into text_line (checksum, model, position, text, text_folded, corners,
                      detection_score, reading_score) values (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    content.bytes(),
                    model.name(),
                    position,
                    line.text(),
                    Folding.fold(line.text()),
                    bytes(line.corners()),
                    line.detectionScore(),
                    line.readingScore());
        }
        database.update("insert into model_look values (?, ?) on conflict do nothing", content.bytes(), model.name());
    }

    @Override
    public List<TextLine> list(Checksum content) {
        return database.list(
                "select text, corners, detection_score, reading_score from text_line where checksum = ?"
                        + " order by position",
                SqlTextRepository::line,
                content.bytes());
    }

    @Override
    public List<AssetId> listUnread(ModelId model, AssetId after, int limit) {
        return database.list("""
                select id from asset where id > ? and type = 0
                  and exists (select 1 from asset_file where asset_id = asset.id and kind = ?)
                  and not exists (select 1 from model_look where checksum = asset.checksum and model = ?)
                order by id limit ?
                """, row -> new AssetId(row.uuid()), after.value(), FileKind.PREVIEW, model.name(), limit);
    }

    private static TextLine line(Row row) {
        return new TextLine(row.text(), corners(row.bytes()), real(row), real(row));
    }

    private static float real(Row row) {
        return Objects.requireNonNull(row.realOrNull()).floatValue();
    }

    private static byte[] bytes(Corners corners) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * CORNERS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        Stream.of(corners.upperLeft(), corners.upperRight(), corners.lowerRight(), corners.lowerLeft())
                .forEach(corner -> bytes.putFloat(corner.x()).putFloat(corner.y()));
        return bytes.array();
    }

    private static Corners corners(byte[] bytes) {
        ByteBuffer floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return new Corners(corner(floats), corner(floats), corner(floats), corner(floats));
    }

    private static Corner corner(ByteBuffer floats) {
        return new Corner(floats.getFloat(), floats.getFloat());
    }
}
