package app.heirloom.storage.sql.row;

import app.heirloom.library.text.TextLine;
import app.heirloom.library.text.TextLine.Corner;
import app.heirloom.library.text.TextLine.Corners;
import app.heirloom.storage.database.Row;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads lines of text out of rows, for every repository that selects them. */
public final class TextRows {
    /** What {@link #line} reads. */
    public static final String COLUMNS = "text, corners, detection_score, reading_score ";

    private static final int CORNERS = 4;

    private TextRows() {}

    public static TextLine line(Row row) {
        return new TextLine(row.text(), corners(row.bytes()), real(row), real(row));
    }

    private static float real(Row row) {
        return Objects.requireNonNull(row.realOrNull()).floatValue();
    }

    public static byte[] bytes(Corners corners) {
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
