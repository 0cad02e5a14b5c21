package app.heirloom.benchmarks.photo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Fills a folder with JPEGs of a wanted size, each of its own bytes and its own EXIF, the same for the same seed.
 *
 * <p>A few pictures are drawn and encoded; the photos differ by the EXIF in front of them, so thousands are ready in
 * seconds. Runs from its source as well: {@code java GeneratedPhotos.java FOLDER COUNT SIZE_IN_BYTES SEED}.
 */
public record GeneratedPhotos(int count, int sizeInBytes, long seed) {

    private static final int DIFFERENT_PICTURES = 8;
    private static final int LARGE = 500_000;
    private static final int PHOTOS_PER_EVENT = 24;

    static void main(String[] args) throws IOException {
        new GeneratedPhotos(Integer.parseInt(args[1]), Integer.parseInt(args[2]), Long.parseLong(args[3]))
                .writeTo(Path.of(args[0]));
    }

    /** Writes {@code photo-00000.jpg}, {@code photo-00001.jpg} and so on into the folder. */
    public void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        byte[][] pictures = IntStream.range(0, Math.min(count, DIFFERENT_PICTURES))
                .parallel()
                .mapToObj(this::picture)
                .toArray(byte[][]::new);
        for (int index = 0; index < count; index++) {
            byte[] picture = pictures[index % pictures.length];
            try (OutputStream out = Files.newOutputStream(folder.resolve(name(index)))) {
                out.write(picture, 0, 2);
                out.write(exif(index).bytes());
                out.write(picture, 2, picture.length - 2);
            }
        }
    }

    /** When the photo says that it was taken. */
    public Instant taken(int index) {
        return taken(index, event(index)).toInstant(ExifSegment.OFFSET);
    }

    /** The name of its file. */
    public static String name(int index) {
        return "photo-%05d.jpg".formatted(index);
    }

    private byte[] picture(int index) {
        int width = sizeInBytes > LARGE ? 4000 : 640;
        try {
            return new NoisePicture(width, width * 3 / 4, seed + index).encode(sizeInBytes);
        } catch (IOException e) {
            throw new IllegalStateException("an encoder that writes into memory failed", e);
        }
    }

    /** Photos come in events: a day with a couple of dozen, then another day somewhere else. */
    private ExifSegment exif(int index) {
        SplittableRandom event = event(index);
        LocalDateTime taken = taken(index, event);
        long uniqueId = new SplittableRandom(seed + index).nextLong();
        return new ExifSegment(taken, uniqueId, event.nextDouble(-60, 60), event.nextDouble(-180, 180));
    }

    private SplittableRandom event(int index) {
        return new SplittableRandom(seed * 1_000_003 + index / PHOTOS_PER_EVENT);
    }

    private static LocalDateTime taken(int index, SplittableRandom event) {
        LocalDateTime morning = LocalDateTime.of(2020, 1, 1, 8, 0).plusDays(event.nextLong(5 * 365));
        return morning.plusMinutes(20L * (index % PHOTOS_PER_EVENT)).plusSeconds(event.nextInt(600));
    }
}
