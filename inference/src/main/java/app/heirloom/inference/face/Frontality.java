package app.heirloom.inference.face;

import app.heirloom.library.face.Landmarks;
import app.heirloom.library.face.Landmarks.Point;

/**
 * How much a face looks into the camera, told by where its nose is between the eyes.
 *
 * <p>The nose is measured along two axes of the face itself, from eye to eye and from the eyes' middle to the mouth's, so
 * that turning the picture changes nothing. The tip of a nose stands out by about half the distance of the eyes; seen
 * from the angle a it therefore wanders from the middle by tan(a) / 2 of that distance, and lies on one eye at 45°.
 */
final class Frontality {
    private static final double ON_AN_EYE = 0.5;

    private Frontality() {}

    /** 1 for a face seen from the front, 0 from 45° on, and when the points are not those of a face. */
    static float of(Landmarks points) {
        Point eyes = middle(points.leftEye(), points.rightEye());
        Point mouth = middle(points.leftMouth(), points.rightMouth());
        double acrossX = points.rightEye().x() - points.leftEye().x();
        double acrossY = points.rightEye().y() - points.leftEye().y();
        double downX = mouth.x() - eyes.x();
        double downY = mouth.y() - eyes.y();
        double area = acrossX * downY - acrossY * downX;
        if (!(area > 0)) {
            return 0;
        }
        double noseX = points.nose().x() - eyes.x();
        double noseY = points.nose().y() - eyes.y();
        double sideways = (noseX * downY - noseY * downX) / area;
        return (float) Math.max(0, 1 - Math.abs(sideways) / ON_AN_EYE);
    }

    private static Point middle(Point one, Point other) {
        return new Point((one.x() + other.x()) / 2, (one.y() + other.y()) / 2);
    }
}
