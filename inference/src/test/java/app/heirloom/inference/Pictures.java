package app.heirloom.inference;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.heirloom.library.embedding.Picture;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Pictures for tests: those of the test data, and what can be done to them. */
public final class Pictures {
    private static final Path PLACE = Path.of(
            System.getProperty("heirloom.testdata", System.getenv().getOrDefault("HEIRLOOM_TESTDATA", "nowhere")));

    private Pictures() {}

    /** A file or folder of the test data; where there is none, the test is skipped. */
    public static Path testdata(String name) {
        Path path = PLACE.resolve(name);
        assumeTrue(Files.exists(path), "no " + name + ": set HEIRLOOM_TESTDATA to the folder of the test data");
        return path;
    }

    public static BufferedImage image(String name) throws IOException {
        return ImageIO.read(testdata(name).toFile());
    }

    public static Picture of(BufferedImage image) {
        byte[] rgb = new byte[image.getWidth() * image.getHeight() * Picture.CHANNELS];
        int at = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int color = image.getRGB(x, y);
                rgb[at++] = (byte) (color >> 16);
                rgb[at++] = (byte) (color >> 8);
                rgb[at++] = (byte) color;
            }
        }
        return new Picture(image.getWidth(), image.getHeight(), rgb);
    }

    public static BufferedImage canvas(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    public static BufferedImage scaled(BufferedImage image, double factor) {
        BufferedImage scaled =
                canvas((int) Math.round(image.getWidth() * factor), (int) Math.round(image.getHeight() * factor));
        Graphics2D pen = pen(scaled);
        pen.drawImage(image, 0, 0, scaled.getWidth(), scaled.getHeight(), null);
        pen.dispose();
        return scaled;
    }

    /** Turned clockwise. */
    public static BufferedImage quarterTurned(BufferedImage image, int times) {
        boolean lying = times % 2 != 0;
        BufferedImage turned =
                lying ? canvas(image.getHeight(), image.getWidth()) : canvas(image.getWidth(), image.getHeight());
        var turn = new AffineTransform();
        turn.translate(turned.getWidth() / 2.0, turned.getHeight() / 2.0);
        turn.quadrantRotate(times);
        turn.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
        Graphics2D pen = pen(turned);
        pen.drawImage(image, turn, null);
        pen.dispose();
        return turned;
    }

    /** A pen that smooths what it draws. */
    public static Graphics2D pen(BufferedImage image) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        return pen;
    }

    /** As if seen from so far that this many pixels are one, and scaled up again. */
    public static BufferedImage smeared(BufferedImage image, int pixels) {
        BufferedImage small = image;
        for (int left = pixels; left > 1; left /= 2) {
            small = scaled(small, 0.5);
        }
        BufferedImage smeared = canvas(image.getWidth(), image.getHeight());
        Graphics2D pen = pen(smeared);
        pen.drawImage(small, 0, 0, image.getWidth(), image.getHeight(), null);
        pen.dispose();
        return smeared;
    }
}
