package app.heirloom.library.likeness;

import app.heirloom.library.embedding.Picture;
import java.util.Random;

/** Soft blots on a slope: pictures with something to see in them, without files. */
final class DrawnPicture {
    private static final int BLOTS = 12;

    private DrawnPicture() {}

    /** The same scene in any size; another seed is another scene. */
    static Picture of(int seed, int width, int height) {
        return part(seed, width, height, Region.WHOLE, 1);
    }

    /** A part of the scene, whose blots keep their shape in a picture of that aspect. */
    static Picture part(int seed, int width, int height, Region part, double brightness) {
        var random = new Random(seed);
        double[] blots = random.doubles(4L * BLOTS).toArray();
        byte[] rgb = new byte[width * height * Picture.CHANNELS];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double u = part.left() + part.width() * (x + 0.5) / width;
                double v = part.top() + part.height() * (y + 0.5) / height;
                int light = (int) Math.clamp(brightness * light(blots, u, v), 0, 255);
                java.util.Arrays.fill(rgb, (y * width + x) * 3, (y * width + x) * 3 + 3, (byte) light);
            }
        }
        return new Picture(width, height, rgb);
    }

    private static double light(double[] blots, double u, double v) {
        double light = 90 + 60 * v;
        for (int i = 0; i < blots.length; i += 4) {
            double distance = Math.hypot(u - blots[i], v - blots[i + 1]) / (0.05 + 0.15 * blots[i + 2]);
            light += (blots[i + 3] - 0.5) * 110 * Math.exp(-distance * distance);
        }
        return light;
    }

    /** With bars of black above and below. */
    static Picture letterboxed(Picture picture, int bar) {
        int row = picture.width() * Picture.CHANNELS;
        byte[] rgb = new byte[(picture.height() + 2 * bar) * row];
        System.arraycopy(picture.rgb(), 0, rgb, bar * row, picture.rgb().length);
        return new Picture(picture.width(), picture.height() + 2 * bar, rgb);
    }
}
