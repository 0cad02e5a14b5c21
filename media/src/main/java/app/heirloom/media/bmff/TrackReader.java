package app.heirloom.media.bmff;

import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.media.format.Content;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one track; only those with pictures count. */
final class TrackReader {
    private static final int SAMPLE_ENTRY_HEAD = 78;

    private TrackReader() {}

    static Movie.@Nullable Track read(Content content, Box track) throws IOException {
        Optional<Box> handler = track.find(content, "mdia", "hdlr");
        Optional<Box> header = track.find(content, "tkhd");
        Optional<Box> media = track.find(content, "mdia", "mdhd");
        Optional<Box> samples = track.find(content, "mdia", "minf", "stbl");
        if (handler.isEmpty() || header.isEmpty() || media.isEmpty() || samples.isEmpty()) {
            return null;
        }
        String kind = StandardCharsets.ISO_8859_1
                .decode(handler.get().payload(content).slice(8, 4))
                .toString();
        Optional<Box> entry = sampleEntry(content, samples.get());
        if (!(kind.equals("vide") || kind.equals("pict")) || entry.isEmpty()) {
            return null;
        }
        ByteBuffer place = header.get().payload(content);
        int matrix = place.get(0) == 1 ? 52 : 40;
        Dimensions dimensions = dimensions(place, matrix + 36, entry.get(), content);
        if (dimensions == null) {
            return null;
        }
        Duration duration = duration(media.get().payload(content));
        return new Movie.Track(
                dimensions,
                Turn.ofMatrix(
                        place.getInt(matrix),
                        place.getInt(matrix + 4),
                        place.getInt(matrix + 12),
                        place.getInt(matrix + 16)),
                duration,
                framesPerSecond(content, samples.get(), duration),
                isSpherical(content, entry.get()));
    }

    private static Optional<Box> sampleEntry(Content content, Box samples) throws IOException {
        Optional<Box> descriptions = samples.find(content, "stsd");
        return descriptions.isEmpty()
                ? Optional.empty()
                : descriptions.get().children(content, 8).stream().findFirst();
    }

    /** The track's, which counts square pixels; the coded picture's where the track has none. */
    private static @Nullable Dimensions dimensions(ByteBuffer header, int at, Box entry, Content content)
            throws IOException {
        int width = header.getInt(at) >>> 16;
        int height = header.getInt(at + 4) >>> 16;
        if (width == 0 || height == 0) {
            ByteBuffer coded = content.read(entry.start() + 24, 4);
            width = coded.getShort(0) & 0xffff;
            height = coded.getShort(2) & 0xffff;
        }
        return width == 0 || height == 0 ? null : new Dimensions(width, height);
    }

    private static Duration duration(ByteBuffer header) {
        boolean wide = header.get(0) == 1;
        long scale = Integer.toUnsignedLong(header.getInt(wide ? 20 : 12));
        long units = wide ? header.getLong(24) : Integer.toUnsignedLong(header.getInt(16));
        boolean known = scale > 0 && units > 0 && units != 0xffffffffL && units < Long.MAX_VALUE / 1_000;
        return known ? Duration.ofMillis(Math.round(units * 1_000.0 / scale)) : Duration.ZERO;
    }

    private static @Nullable Double framesPerSecond(Content content, Box samples, Duration duration)
            throws IOException {
        Optional<Box> times = samples.find(content, "stts");
        if (times.isEmpty() || duration.isZero()) {
            return null;
        }
        ByteBuffer runs = times.get().payload(content);
        long count = 0;
        for (int i = 0; i < runs.getInt(4) && 16 + i * 8 <= runs.remaining(); i++) {
            count += Integer.toUnsignedLong(runs.getInt(8 + i * 8));
        }
        return count < 2 ? null : Math.round(count * 1_000_000.0 / duration.toMillis()) / 1_000.0;
    }

    private static boolean isSpherical(Content content, Box entry) throws IOException {
        for (Box box : entry.children(content, SAMPLE_ENTRY_HEAD)) {
            if (box.type().equals("sv3d")) {
                return box.find(content, "proj", "equi").isPresent();
            }
        }
        return false;
    }
}
