package app.heirloom.inference.text;

/** A place in a picture, in pixels. */
record Spot(double x, double y) {
    Spot plus(double factor, Spot direction) {
        return new Spot(x + factor * direction.x, y + factor * direction.y);
    }

    Spot minus(Spot other) {
        return new Spot(x - other.x, y - other.y);
    }

    double dot(Spot other) {
        return x * other.x + y * other.y;
    }

    double cross(Spot other) {
        return x * other.y - y * other.x;
    }

    double length() {
        return Math.hypot(x, y);
    }
}
