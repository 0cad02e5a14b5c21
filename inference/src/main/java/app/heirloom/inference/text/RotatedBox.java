package app.heirloom.inference.text;

import java.util.List;
import java.util.Optional;

/**
 * A rectangle that may lie askew.
 *
 * @param corners four, clockwise as seen in a picture
 */
record RotatedBox(List<Spot> corners) {
    RotatedBox {
        corners = List.copyOf(corners);
    }

    /**
     * The rectangle of least area around some spots: one of its sides lies on a side of their hull (Freeman and Shapira,
     * 1975). It begins with the corner that is nearest to the picture's upper left; empty when the spots lie on one line.
     */
    static Optional<RotatedBox> around(List<Spot> spots) {
        List<Spot> hull = ConvexHull.of(spots);
        RotatedBox best = null;
        for (int i = 0; i < hull.size() && hull.size() > 2; i++) {
            RotatedBox box = onSide(hull, hull.get(i), hull.get((i + 1) % hull.size()));
            if (best == null || box.area() < best.area()) {
                best = box;
            }
        }
        return Optional.ofNullable(best).map(RotatedBox::fromUpperLeft);
    }

    private static RotatedBox onSide(List<Spot> hull, Spot from, Spot to) {
        Spot side = to.minus(from);
        Spot across = new Spot(side.x() / side.length(), side.y() / side.length());
        Spot down = new Spot(-across.y(), across.x());
        double left = 0;
        double right = 0;
        double bottom = 0;
        for (Spot spot : hull) {
            Spot way = spot.minus(from);
            left = Math.min(left, way.dot(across));
            right = Math.max(right, way.dot(across));
            bottom = Math.max(bottom, way.dot(down));
        }
        Spot upperLeft = from.plus(left, across);
        Spot upperRight = from.plus(right, across);
        return new RotatedBox(
                List.of(upperLeft, upperRight, upperRight.plus(bottom, down), upperLeft.plus(bottom, down)));
    }

    private RotatedBox fromUpperLeft() {
        int first = 0;
        for (int i = 1; i < corners.size(); i++) {
            if (sum(i) < sum(first)) {
                first = i;
            }
        }
        return turned(first);
    }

    private double sum(int corner) {
        return corners.get(corner).x() + corners.get(corner).y();
    }

    /** The same rectangle, read from so many quarter turns further on. */
    RotatedBox turned(int quarters) {
        return new RotatedBox(List.of(
                corners.get(quarters % 4),
                corners.get((quarters + 1) % 4),
                corners.get((quarters + 2) % 4),
                corners.get((quarters + 3) % 4)));
    }

    /** From the first corner to the second. */
    double width() {
        return corners.get(1).minus(corners.get(0)).length();
    }

    double height() {
        return corners.get(3).minus(corners.get(0)).length();
    }

    double area() {
        return width() * height();
    }

    /** With each side moved outwards by so many pixels. */
    RotatedBox grown(double by) {
        Spot side = corners.get(1).minus(corners.get(0));
        Spot across = new Spot(side.x() / side.length(), side.y() / side.length());
        Spot down = new Spot(-across.y(), across.x());
        return new RotatedBox(List.of(
                corners.get(0).plus(-by, across).plus(-by, down),
                corners.get(1).plus(by, across).plus(-by, down),
                corners.get(2).plus(by, across).plus(by, down),
                corners.get(3).plus(-by, across).plus(by, down)));
    }

    RotatedBox scaled(double horizontally, double vertically) {
        return new RotatedBox(corners.stream()
                .map(corner -> new Spot(corner.x() * horizontally, corner.y() * vertically))
                .toList());
    }

    boolean contains(double x, double y) {
        for (int i = 0; i < corners.size(); i++) {
            Spot from = corners.get(i);
            if (corners.get((i + 1) % 4).minus(from).cross(new Spot(x, y).minus(from)) < 0) {
                return false;
            }
        }
        return true;
    }

    Spot middle() {
        return new Spot(
                (corners.get(0).x() + corners.get(2).x()) / 2,
                (corners.get(0).y() + corners.get(2).y()) / 2);
    }
}
