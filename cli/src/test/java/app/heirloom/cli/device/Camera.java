package app.heirloom.cli.device;

import app.heirloom.testkit.TinyExif;
import app.heirloom.testkit.TinyPhotos;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Takes photos and live photos, each of a content of its own, with what phones write into them. */
final class Camera {
    private static final DateTimeFormatter EXIF = DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss");
    private static final String ID = "LIVE-000000";
    private static final byte[] JPEG = TinyPhotos.jpeg(40, 30);
    private static final byte[] PNG = TinyPhotos.encoded("png", 30, 40);

    private final byte[] movie;

    /** Its films are made by ffmpeg, once. */
    Camera(Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("motion.mov");
        Process ffmpeg = new ProcessBuilder(
                        DeviceRunner.MEDIA_PROGRAMS.resolve("ffmpeg").toString(),
                        "-v",
                        "error",
                        "-f",
                        "lavfi",
                        "-i",
                        "color=red:s=64x48:d=0.2:r=25",
                        "-c:v",
                        "mpeg4",
                        "-movflags",
                        "use_metadata_tags",
                        "-metadata",
                        "com.apple.quicktime.content.identifier=" + ID,
                        file.toString())
                .inheritIO()
                .start();
        if (ffmpeg.waitFor() != 0) {
            throw new IOException("ffmpeg could not make " + file);
        }
        movie = Files.readAllBytes(file);
    }

    /**
     * A photo.
     *
     * @param offset of its time zone; empty where the phone writes none
     */
    byte[] photo(int number, LocalDateTime time, String offset) {
        return signed(TinyPhotos.withExif(JPEG, exif(time, offset)), "photo " + number);
    }

    /** Without any date. */
    byte[] screenshot(int number) {
        return signed(PNG, "screenshot " + number);
    }

    byte[] still(int number, LocalDateTime time) {
        return signed(TinyPhotos.withExif(JPEG, exif(time, "").contentIdentifier(id(number))), "still " + number);
    }

    /** What belongs to the still. */
    byte[] motion(int number) {
        byte[] bytes = movie.clone();
        byte[] pattern = ID.getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at + pattern.length <= bytes.length; at++) {
            if (ByteBuffer.wrap(bytes, at, pattern.length).equals(ByteBuffer.wrap(pattern))) {
                System.arraycopy(id(number).getBytes(StandardCharsets.US_ASCII), 0, bytes, at, pattern.length);
                return bytes;
            }
        }
        throw new IllegalStateException("ffmpeg did not write the identifier");
    }

    private static String id(int number) {
        return "LIVE-%06d".formatted(number);
    }

    private static TinyExif exif(LocalDateTime time, String offset) {
        TinyExif exif = new TinyExif().taken(EXIF.format(time));
        return offset.isEmpty() ? exif : exif.offset(offset);
    }

    /** What a program makes of it that keeps what the camera wrote into it. */
    static byte[] changed(byte[] photo, String by) {
        return signed(photo, by);
    }

    /** Behind its end, where no reader minds. */
    private static byte[] signed(byte[] photo, String text) {
        byte[] signature = text.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(photo.length + signature.length)
                .put(photo)
                .put(signature)
                .array();
    }
}
