package app.heirloom.benchmarks.photo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The APP1 segment of a JPEG: a small, valid EXIF block that a camera might have written. */
record ExifSegment(LocalDateTime taken, long uniqueId, double latitude, double longitude) {

    private static final DateTimeFormatter EXIF_DATE = DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss", Locale.ROOT);
    private static final int HEADER = 4 + 6;
    private static final int TIFF_HEADER = 8;

    byte[] bytes() {
        Directory main = new Directory(TIFF_HEADER)
                .text(0x010F, "Heirloom")
                .text(0x0110, "Noise 1")
                .number(0x0112, 1)
                .text(0x0132, EXIF_DATE.format(taken));
        // Both children are placed behind the main directory, which grows by their two pointers.
        Directory camera = new Directory(main.end() + 2 * Directory.ENTRY)
                .rational(0x829A, 1, 250)
                .rational(0x829D, 28, 10)
                .number(0x8827, 200)
                .text(0x9003, EXIF_DATE.format(taken))
                .text(0x9011, "+02:00")
                .rational(0x920A, 35, 1)
                .text(0xA420, "%032x".formatted(uniqueId));
        Directory place = new Directory(camera.end())
                .text(0x0001, latitude < 0 ? "S" : "N")
                .degrees(0x0002, latitude)
                .text(0x0003, longitude < 0 ? "W" : "E")
                .degrees(0x0004, longitude);
        main.pointer(0x8769, camera.start).pointer(0x8825, place.start);

        ByteBuffer out = ByteBuffer.allocate(HEADER + place.end());
        out.putShort((short) 0xFFE1).putShort((short) (out.capacity() - 2));
        out.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        out.order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(TIFF_HEADER);
        main.write(out);
        camera.write(out);
        place.write(out);
        return out.array();
    }

    /** One TIFF directory: its entries in the order of their tags, then the values that do not fit into an entry. */
    private static final class Directory {

        static final int ENTRY = 12;

        private record Entry(int tag, int type, int count, byte[] value) {}

        private final int start;
        private final List<Entry> entries = new ArrayList<>();

        Directory(int start) {
            this.start = start;
        }

        Directory text(int tag, String text) {
            byte[] value = (text + "\0").getBytes(StandardCharsets.US_ASCII);
            return add(new Entry(tag, 2, value.length, value));
        }

        Directory number(int tag, int number) {
            return add(new Entry(tag, 3, 1, littleEndian(4).putShort((short) number).array()));
        }

        Directory pointer(int tag, int offset) {
            return add(new Entry(tag, 4, 1, littleEndian(4).putInt(offset).array()));
        }

        Directory rational(int tag, int numerator, int denominator) {
            return add(new Entry(tag, 5, 1, littleEndian(8).putInt(numerator).putInt(denominator).array()));
        }

        Directory degrees(int tag, double angle) {
            int hundredthsOfSeconds = (int) Math.round(Math.abs(angle) * 360_000);
            ByteBuffer value = littleEndian(24)
                    .putInt(hundredthsOfSeconds / 360_000)
                    .putInt(1)
                    .putInt(hundredthsOfSeconds / 6_000 % 60)
                    .putInt(1)
                    .putInt(hundredthsOfSeconds % 6_000)
                    .putInt(100);
            return add(new Entry(tag, 5, 3, value.array()));
        }

        int end() {
            return valuesStart() + entries.stream().mapToInt(Directory::overflow).sum();
        }

        void write(ByteBuffer out) {
            out.putShort((short) entries.size());
            int valueOffset = valuesStart();
            for (Entry entry : entries) {
                out.putShort((short) entry.tag).putShort((short) entry.type).putInt(entry.count);
                if (overflow(entry) == 0) {
                    out.put(entry.value).put(new byte[4 - entry.value.length]);
                } else {
                    out.putInt(valueOffset);
                    valueOffset += overflow(entry);
                }
            }
            out.putInt(0);
            entries.stream().filter(entry -> overflow(entry) > 0).forEach(entry -> out.put(entry.value)
                    .put(new byte[overflow(entry) - entry.value.length]));
        }

        private Directory add(Entry entry) {
            entries.add(entry);
            return this;
        }

        private int valuesStart() {
            return start + 2 + entries.size() * ENTRY + 4;
        }

        private static int overflow(Entry entry) {
            return entry.value.length <= 4 ? 0 : entry.value.length + entry.value.length % 2;
        }

        private static ByteBuffer littleEndian(int size) {
            return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
