package app.heirloom.media.header;

import app.heirloom.media.format.Content;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One directory of a TIFF: tags with numbers; how raw files list the pictures that they hold. */
public final class TiffDirectory {
    private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};
    private static final int COMPRESSION = 0x103;
    private static final int TILE_WIDTH = 0x142;
    private static final int SUB_DIRECTORIES = 0x14a;
    private static final int EXIF_DIRECTORY = 0x8769;
    private static final int MAX_DIRECTORIES = 64;
    private static final int MAX_ENTRIES = 2_000;
    private static final int MAX_NUMBERS = 4_096;

    private final Map<Integer, long[]> tags = new HashMap<>();

    private TiffDirectory() {}

    /** All directories: the chain, those below, and EXIF's. What is damaged is left out. */
    public static List<TiffDirectory> all(Content content, long start) throws IOException {
        ByteBuffer head = content.upTo(start, 8);
        List<TiffDirectory> directories = new ArrayList<>();
        if (head.remaining() < 8) {
            return directories;
        }
        ByteOrder order = head.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        Deque<Long> open = new ArrayDeque<>(
                List.of(Integer.toUnsignedLong(head.order(order).getInt(4))));
        Set<Long> seen = new HashSet<>();
        while (!open.isEmpty() && directories.size() < MAX_DIRECTORIES) {
            long at = open.removeFirst();
            if (at != 0 && seen.add(at)) {
                var directory = new TiffDirectory();
                long next = directory.read(content, start, start + at, order);
                directories.add(directory);
                directory.numbers(SUB_DIRECTORIES).forEach(open::addLast);
                directory.numbers(EXIF_DIRECTORY).forEach(open::addLast);
                open.addLast(next);
            }
        }
        return directories;
    }

    /** Whether its picture is cut into tiles or compressed as JPEG. */
    public boolean isTiledOrJpeg() {
        Long compression = number(COMPRESSION);
        return number(TILE_WIDTH) != null || (compression != null && (compression == 6 || compression == 7));
    }

    /** The tag's first number. */
    public @Nullable Long number(int tag) {
        long[] numbers = tags.get(tag);
        return numbers == null || numbers.length == 0 ? null : numbers[0];
    }

    /** The tag's numbers, none when it is absent. */
    public List<Long> numbers(int tag) {
        List<Long> numbers = new ArrayList<>();
        for (long number : tags.getOrDefault(tag, new long[0])) {
            numbers.add(number);
        }
        return numbers;
    }

    /** Bytes that a tag of type UNDEFINED or BYTE holds, or null. */
    byte @Nullable [] bytes(Content content, int tag) throws IOException {
        long[] place = tags.get(-tag);
        return place == null ? null : content.bytes(place[0], (int) place[1]);
    }

    private long read(Content content, long start, long at, ByteOrder order) throws IOException {
        ByteBuffer head = content.upTo(at, 2).order(order);
        int count = head.remaining() < 2 ? 0 : Math.min(head.getShort(0) & 0xffff, MAX_ENTRIES);
        ByteBuffer entries = content.upTo(at + 2, count * 12 + 4).order(order);
        for (int i = 0; i < count && entries.remaining() >= (i + 1) * 12; i++) {
            readEntry(content, start, entries, i * 12);
        }
        return entries.remaining() < count * 12 + 4 ? 0 : Integer.toUnsignedLong(entries.getInt(count * 12));
    }

    private void readEntry(Content content, long start, ByteBuffer entries, int at) throws IOException {
        int tag = entries.getShort(at) & 0xffff;
        int type = entries.getShort(at + 2) & 0xffff;
        long count = Integer.toUnsignedLong(entries.getInt(at + 4));
        if (type >= SIZES.length || count == 0) {
            return;
        }
        int size = SIZES[type];
        boolean inside = count * size <= 4;
        long place = Integer.toUnsignedLong(entries.getInt(at + 8)) + start;
        if (size == 1) {
            if (!inside) {
                tags.put(-tag, new long[] {place, Math.min(count, 4 << 20)});
            }
            tags.put(tag, new long[] {place - start});
            return;
        }
        int kept = (int) Math.min(count, MAX_NUMBERS);
        ByteBuffer values = inside
                ? entries.slice(at + 8, 4).order(entries.order())
                : content.upTo(place, kept * size).order(entries.order());
        if (size <= 4 && values.remaining() >= kept * size) {
            long[] numbers = new long[kept];
            for (int i = 0; i < kept; i++) {
                numbers[i] = size == 2 ? values.getShort(i * 2) & 0xffff : Integer.toUnsignedLong(values.getInt(i * 4));
            }
            tags.put(tag, numbers);
        }
    }
}
