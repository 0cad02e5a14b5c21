package app.heirloom.tools.finding;

import app.heirloom.library.embedding.Picture;
import app.heirloom.library.embedding.PictureReader;
import app.heirloom.library.error.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Draws the scene that a file asks for: soft blots on a slope, in any size. */
public final class DrawnPictures implements PictureReader {
    private static final int BLOTS = 12;

    /**
     * A file of that scene.
     *
     * @param note makes other bytes of the same picture
     */
    public static byte[] file(int scene, int width, int height, String note) {
        return (scene + " " + width + " " + height + " " + note).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Picture read(Path file, int longestSide) {
        try {
            List<String> words = List.of(Files.readString(file).split(" ", -1));
            return draw(Integer.parseInt(words.get(0)), Integer.parseInt(words.get(1)), Integer.parseInt(words.get(2)));
        } catch (NumberFormatException e) {
            throw ErrorCode.UNREADABLE_MEDIA.exception("no picture", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Picture draw(int scene, int width, int height) {
        double[] blots = new Random(scene).doubles(4L * BLOTS).toArray();
        byte[] rgb = new byte[width * height * Picture.CHANNELS];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int light = (int) light(blots, (x + 0.5) / width, (y + 0.5) / height);
                int start = (y * width + x) * Picture.CHANNELS;
                Arrays.fill(rgb, start, start + Picture.CHANNELS, (byte) Math.clamp(light, 0, 255));
            }
        }
        return new Picture(width, height, rgb);
    }

    private static double light(double[] blots, double across, double down) {
        double light = 90 + 60 * down;
        for (int i = 0; i < blots.length; i += 4) {
            double distance = Math.hypot(across - blots[i], down - blots[i + 1]) / (0.05 + 0.15 * blots[i + 2]);
            light += (blots[i + 3] - 0.5) * 110 * Math.exp(-distance * distance);
        }
        return light;
    }
}
