package app.heirloom.inference.check;

import app.heirloom.library.embedding.Picture;
import app.heirloom.library.face.Landmarks;
import app.heirloom.library.face.Landmarks.Point;

/**
 * A face that nobody has: drawn with soft ellipses in strong colours, the same on every machine. Red and blue differ
 * almost everywhere, so that a network which is fed with swapped colours sees another picture.
 */
final class DrawnFace {
    private static final int SIZE = 256;

    private static final double[] BACKGROUND = {20, 70, 190};
    private static final double[] HAIR = {80, 35, 10};
    private static final double[] SKIN = {240, 165, 110};
    private static final double[] SHADOW = {190, 110, 60};
    private static final double[] WHITE = {240, 238, 235};
    private static final double[] IRIS = {20, 80, 160};
    private static final double[] DARK = {40, 25, 22};
    private static final double[] LIPS = {205, 40, 60};

    private final double[] pixels = new double[SIZE * SIZE * Picture.CHANNELS];

    private DrawnFace() {
        ellipse(128, 128, 400, 400, BACKGROUND);
        ellipse(128, 118, 78, 98, HAIR);
        ellipse(128, 250, 90, 45, SHADOW);
        ellipse(128, 136, 62, 84, SKIN);
        ellipse(128, 70, 58, 22, HAIR);
        for (int side = -1; side <= 1; side += 2) {
            ellipse(128 + side * 27, 106, 17, 4, DARK);
            ellipse(128 + side * 27, 121, 14, 8, SHADOW);
            ellipse(128 + side * 27, 122, 12, 6, WHITE);
            ellipse(128 + side * 27, 122, 6, 6, IRIS);
            ellipse(128 + side * 27, 122, 3, 3, DARK);
            ellipse(128 + side * 7, 159, 4, 3, DARK);
        }
        ellipse(128, 140, 5, 20, WHITE, 0.25);
        ellipse(128, 157, 13, 7, SHADOW, 0.6);
        ellipse(128, 184, 23, 7, LIPS);
        ellipse(128, 183, 21, 1.5, DARK);
    }

    static Picture picture() {
        double[] pixels = new DrawnFace().pixels;
        byte[] rgb = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            rgb[i] = (byte) Math.round(pixels[i]);
        }
        return new Picture(SIZE, SIZE, rgb);
    }

    static Landmarks landmarks() {
        return new Landmarks(
                new Point(101, 122),
                new Point(155, 122),
                new Point(128, 157),
                new Point(106, 184),
                new Point(150, 184));
    }

    private void ellipse(double x, double y, double width, double height, double[] color) {
        ellipse(x, y, width, height, color, 1);
    }

    /** Lays a colour over an ellipse of these half axes; its edge is two pixels soft. */
    private void ellipse(double x, double y, double width, double height, double[] color, double strength) {
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                double distance = Math.sqrt(square((column - x) / width) + square((row - y) / height));
                double cover = strength * Math.clamp((1 - distance) * Math.min(width, height) / 2 + 0.5, 0.0, 1.0);
                int at = (row * SIZE + column) * Picture.CHANNELS;
                for (int channel = 0; channel < Picture.CHANNELS; channel++) {
                    pixels[at + channel] += cover * (color[channel] - pixels[at + channel]);
                }
            }
        }
    }

    private static double square(double value) {
        return value * value;
    }
}
