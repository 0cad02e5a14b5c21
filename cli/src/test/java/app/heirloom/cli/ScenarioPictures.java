package app.heirloom.cli;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** One motif in whatever sizes and formats; each name has a motif of its own. */
final class ScenarioPictures {
    private static final Path FFMPEG = Path.of("..", "media", "target", "ffmpeg", "ffmpeg");
    private static final int PATCHES = 24;

    private final String name;
    private final Path folder;

    /** @param folder where files may be left while they are made */
    ScenarioPictures(String name, Path folder) {
        this.name = name;
        this.folder = folder;
    }

    byte[] jpeg(int width, int height) {
        return jpeg(width, height, 0.9f);
    }

    /** @param quality 0 to 1 */
    byte[] jpeg(int width, int height, float quality) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(quality);
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(painted(width, height), null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    byte[] png(int width, int height) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(painted(width, height), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A HEIF, with AV1 in it, since nobody here encodes HEVC. */
    byte[] heif(int width, int height) {
        return converted(width, height, "avif", List.of("-c:v", "libaom-av1", "-cpu-used", "8", "-frames:v", "1"));
    }

    /** One second of the motif. */
    byte[] video(int width, int height) {
        return converted(
                width, height, "mp4", List.of("-c:v", "libopenh264", "-pix_fmt", "yuv420p", "-t", "1", "-r", "5"));
    }

    /** Called a photo, and none: nobody finds dimensions in it. */
    byte[] unreadable(int size) {
        byte[] bytes = new byte[size];
        new Random(name.hashCode() + (long) size).nextBytes(bytes);
        return bytes;
    }

    /** With zeros after the end of the picture, which decoders ignore. */
    static byte[] padded(byte[] file, int size) {
        return Arrays.copyOf(file, size);
    }

    private BufferedImage painted(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        var random = new Random(name.hashCode());
        for (int i = 0; i < PATCHES; i++) {
            graphics.setColor(new Color(random.nextInt(1 << 24)));
            int x = (int) (random.nextDouble() * width);
            int y = (int) (random.nextDouble() * height);
            graphics.fillOval(x - width / 4, y - height / 4, width / 2, height / 2);
        }
        graphics.dispose();
        return picture;
    }

    private byte[] converted(int width, int height, String format, List<String> how) {
        try {
            Path source = Files.write(folder.resolve(name + ".png"), png(width, height));
            Path target = folder.resolve(name + "." + format);
            List<String> command = new ArrayList<>(List.of(FFMPEG.toString(), "-v", "error", "-y", "-loop", "1", "-i"));
            command.add(source.toString());
            command.addAll(how);
            command.add(target.toString());
            Process ffmpeg =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(ffmpeg.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (ffmpeg.waitFor() != 0) {
                throw new AssertionError(said);
            }
            return Files.readAllBytes(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
