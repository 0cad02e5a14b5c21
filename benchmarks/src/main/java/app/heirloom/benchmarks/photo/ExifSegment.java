package app.heirloom.benchmarks.photo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The APP1 segment of a JPEG: a small, valid EXIF block that a camera might have written. */
record ExifSegment(LocalDateTime taken, long uniqueId, double latitude, double longitude) {

    static final ZoneOffset OFFSET = ZoneOffset.ofHours(2);
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
                .text(0x9011, OFFSET.getId())
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
        private static final int INLINE = 4;

        /** The value is padded to what it takes in the file: four bytes inside the entry, or an even number behind. */
        private record Entry(int tag, int type, int count, ByteBuffer value) {
            int overflow() {
                return value.capacity() == INLINE ? 0 : value.capacity();
            }
        }

        private final int start;
        private final List<Entry> entries = new ArrayList<>();

        Directory(int start) {
            this.start = start;
        }

        Directory text(int tag, String text) {
            int count = text.length() + 1;
            return add(tag, 2, count, value(count).put(text.getBytes(StandardCharsets.US_ASCII)));
        }

        Directory number(int tag, int number) {
            return add(tag, 3, 1, value(2).putShort((short) number));
        }

        Directory pointer(int tag, int offset) {
            return add(tag, 4, 1, value(4).putInt(offset));
        }

        Directory rational(int tag, int numerator, int denominator) {
            return add(tag, 5, 1, value(8).putInt(numerator).putInt(denominator));
        }

        Directory degrees(int tag, double angle) {
            int hundredthsOfSeconds = (int) Math.round(Math.abs(angle) * 360_000);
            ByteBuffer value = value(24)
                    .putInt(hundredthsOfSeconds / 360_000)
                    .putInt(1)
                    .putInt(hundredthsOfSeconds / 6_000 % 60)
                    .putInt(1)
                    .putInt(hundredthsOfSeconds % 6_000)
                    .putInt(100);
            return add(tag, 5, 3, value);
        }

        int end() {
            return valuesStart() + entries.stream().mapToInt(Entry::overflow).sum();
        }

        void write(ByteBuffer out) {
            out.putShort((short) entries.size());
            int valueOffset = valuesStart();
            for (Entry entry : entries) {
                out.putShort((short) entry.tag).putShort((short) entry.type).putInt(entry.count);
                if (entry.overflow() == 0) {
                    out.put(entry.value);
                } else {
                    out.putInt(valueOffset);
                    valueOffset += entry.overflow();
                }
            }
            out.putInt(0);
            entries.stream().filter(entry -> entry.overflow() > 0).forEach(entry -> out.put(entry.value));
        }

        private Directory add(int tag, int type, int count, ByteBuffer value) {
            entries.add(new Entry(tag, type, count, value.rewind()));
            return this;
        }

        private int valuesStart() {
            return start + 2 + entries.size() * ENTRY + 4;
        }

        private static ByteBuffer value(int sizeInBytes) {
            int padded = Math.max(INLINE, sizeInBytes + sizeInBytes % 2);
            return ByteBuffer.allocate(padded).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
