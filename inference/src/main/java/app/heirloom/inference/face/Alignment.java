package app.heirloom.inference.face;

import app.heirloom.library.embedding.Picture;
import app.heirloom.library.face.Landmarks;
import app.heirloom.library.face.Landmarks.Point;
import java.util.List;

/**
 * Turns, scales and moves a face so that its five points come to lie where embedding models expect them: the similarity
 * transform with the least squared distance (Umeyama, "Least-squares estimation of transformation parameters between two
 * point patterns", 1991) onto ArcFace's template of 112 x 112 pixels.
 */
final class Alignment {
    static final int SIZE = 112;

    /** Left eye, right eye, nose, left and right corner of the mouth, as ArcFace was trained. */
    private static final List<Point> TEMPLATE = List.of(
            new Point(38.2946f, 51.6963f),
            new Point(73.5318f, 51.5014f),
            new Point(56.0252f, 71.7366f),
            new Point(41.5493f, 92.3655f),
            new Point(70.7299f, 92.2041f));

    /** From the template to the picture: x' = a x - b y + moveX, y' = b x + a y + moveY. */
    private final double a;

    private final double b;
    private final double moveX;
    private final double moveY;

    private Alignment(double a, double b, double moveX, double moveY) {
        this.a = a;
        this.b = b;
        this.moveX = moveX;
        this.moveY = moveY;
    }

    /** Fitted from the picture to the template; without mirroring the general solution comes down to three sums. */
    static Alignment of(Landmarks landmarks) {
        List<Point> points = List.of(
                landmarks.leftEye(),
                landmarks.rightEye(),
                landmarks.nose(),
                landmarks.leftMouth(),
                landmarks.rightMouth());
        Point from = center(points);
        Point to = center(TEMPLATE);
        double dot = 0;
        double cross = 0;
        double norm = 0;
        for (int i = 0; i < points.size(); i++) {
            double x = points.get(i).x() - from.x();
            double y = points.get(i).y() - from.y();
            double u = TEMPLATE.get(i).x() - to.x();
            double v = TEMPLATE.get(i).y() - to.y();
            dot += x * u + y * v;
            cross += x * v - y * u;
            norm += x * x + y * y;
        }
        return inverse(dot / norm, cross / norm, from, to);
    }

    /** Of turning and scaling by (a, b) about the one point, moved to the other. */
    private static Alignment inverse(double a, double b, Point from, Point to) {
        double square = a * a + b * b;
        double backA = a / square;
        double backB = -b / square;
        return new Alignment(
                backA, backB, from.x() - backA * to.x() + backB * to.y(), from.y() - backB * to.x() - backA * to.y());
    }

    /** How many pixels of the picture go into one of the aligned face; above 1 the face is scaled down. */
    double scale() {
        return Math.hypot(a, b);
    }

    /** The aligned face, interpolated between the four nearest pixels; black beyond the picture's edge. */
    Picture apply(Picture picture) {
        byte[] aligned = new byte[SIZE * SIZE * Picture.CHANNELS];
        int at = 0;
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                double sourceX = a * x - b * y + moveX;
                double sourceY = b * x + a * y + moveY;
                int left = (int) Math.floor(sourceX);
                int top = (int) Math.floor(sourceY);
                double right = sourceX - left;
                double bottom = sourceY - top;
                for (int channel = 0; channel < Picture.CHANNELS; channel++) {
                    double above =
                            (1 - right) * at(picture, left, top, channel) + right * at(picture, left + 1, top, channel);
                    double below = (1 - right) * at(picture, left, top + 1, channel)
                            + right * at(picture, left + 1, top + 1, channel);
                    aligned[at++] = (byte) Math.round((1 - bottom) * above + bottom * below);
                }
            }
        }
        return new Picture(SIZE, SIZE, aligned);
    }

    private static int at(Picture picture, int x, int y, int channel) {
        boolean outside = x < 0 || y < 0 || x >= picture.width() || y >= picture.height();
        return outside ? 0 : picture.at(x, y, channel);
    }

    private static Point center(List<Point> points) {
        float x = 0;
        float y = 0;
        for (Point point : points) {
            x += point.x();
            y += point.y();
        }
        return new Point(x / points.size(), y / points.size());
    }
}
