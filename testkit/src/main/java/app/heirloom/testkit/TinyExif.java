package app.heirloom.testkit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Builds EXIF blocks tag by tag: the main directory, the one of EXIF and the one of GPS. */
public final class TinyExif {
    private static final int EXIF_POINTER = 0x8769;
    private static final int GPS_POINTER = 0x8825;
    private static final int APPLE_HEAD = 14;

    private final Map<Integer, Value> main = new TreeMap<>();
    private final Map<Integer, Value> exif = new TreeMap<>();
    private final Map<Integer, Value> gps = new TreeMap<>();

    private record Value(int type, int count, ByteBuffer bytes) {}

    public TinyExif orientation(int orientation) {
        main.put(0x112, number(orientation));
        return this;
    }

    public TinyExif camera(String make, String model) {
        main.put(0x10f, text(make));
        main.put(0x110, text(model));
        return this;
    }

    public TinyExif description(String description) {
        main.put(0x10e, text(description));
        return this;
    }

    public TinyExif rating(int rating) {
        main.put(0x4746, number(rating));
        return this;
    }

    /** When it was taken, as {@code 2024:05:01 10:20:30}. */
    public TinyExif taken(String date) {
        exif.put(0x9003, text(date));
        return this;
    }

    public TinyExif fraction(String digits) {
        exif.put(0x9291, text(digits));
        return this;
    }

    public TinyExif offset(String offset) {
        exif.put(0x9011, text(offset));
        return this;
    }

    public TinyExif exposure(int numerator, int denominator, double fNumber, int iso) {
        exif.put(0x829a, fraction(numerator, denominator));
        exif.put(0x829d, fraction((int) Math.round(fNumber * 10), 10));
        exif.put(0x8827, number(iso));
        return this;
    }

    /** As Apple's cameras write what a still shares with the motion video of its live photo. */
    public TinyExif contentIdentifier(String identifier) {
        Value text = text(identifier);
        ByteBuffer note = ByteBuffer.allocate(APPLE_HEAD + 18 + text.bytes.limit());
        note.put("Apple iOS\0\0\1MM".getBytes(StandardCharsets.US_ASCII));
        note.putShort((short) 1)
                .putShort((short) 0x11)
                .putShort((short) text.type)
                .putInt(text.count);
        note.putInt(APPLE_HEAD + 18).putInt(0).put(text.bytes.duplicate());
        exif.put(0x927c, new Value(7, note.capacity(), note));
        return this;
    }

    /** In whole degrees. */
    public TinyExif place(int latitude, int longitude) {
        gps.put(1, text(latitude < 0 ? "S" : "N"));
        gps.put(2, degrees(Math.abs(latitude)));
        gps.put(3, text(longitude < 0 ? "W" : "E"));
        gps.put(4, degrees(Math.abs(longitude)));
        return this;
    }

    /** The block from its TIFF header on. */
    public byte[] bytes() {
        main.put(EXIF_POINTER, pointer(0));
        main.put(GPS_POINTER, pointer(0));
        int exifAt = 8 + size(main);
        main.put(EXIF_POINTER, pointer(exifAt));
        main.put(GPS_POINTER, pointer(exifAt + size(exif)));
        ByteBuffer block = ByteBuffer.allocate(exifAt + size(exif) + size(gps));
        block.put(new byte[] {'M', 'M', 0, '*'}).putInt(8);
        write(main, block);
        write(exif, block);
        write(gps, block);
        return block.array();
    }

    private static int size(Map<Integer, Value> directory) {
        return 6
                + directory.values().stream()
                        .mapToInt(value -> 12 + outside(value))
                        .sum();
    }

    private static int outside(Value value) {
        int length = value.bytes.limit();
        return length <= 4 ? 0 : length + (length & 1);
    }

    private static void write(Map<Integer, Value> directory, ByteBuffer block) {
        int data = block.position() + 6 + directory.size() * 12;
        block.putShort((short) directory.size());
        for (Map.Entry<Integer, Value> entry : directory.entrySet()) {
            Value value = entry.getValue();
            block.putShort(entry.getKey().shortValue())
                    .putShort((short) value.type)
                    .putInt(value.count);
            int at = outside(value) == 0 ? block.position() : data;
            block.put(at, value.bytes, 0, value.bytes.limit());
            block.putInt(block.position(), at == data ? data : block.getInt(block.position()));
            block.position(block.position() + 4);
            data += outside(value);
        }
        block.putInt(0).position(data);
    }

    private static Value text(String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
        return new Value(2, bytes.length, ByteBuffer.wrap(bytes));
    }

    private static Value number(int number) {
        return new Value(3, 1, ByteBuffer.allocate(2).putShort(0, (short) number));
    }

    private static Value pointer(int offset) {
        return new Value(4, 1, ByteBuffer.allocate(4).putInt(0, offset));
    }

    private static Value fraction(int numerator, int denominator) {
        return new Value(5, 1, ByteBuffer.allocate(8).putInt(0, numerator).putInt(4, denominator));
    }

    private static Value degrees(int degrees) {
        ByteBuffer bytes = ByteBuffer.allocate(24).putInt(0, degrees);
        return new Value(5, 3, bytes.putInt(4, 1).putInt(12, 1).putInt(20, 1));
    }
}
