package app.heirloom.library.likeness;

/** A part of a picture, in shares of its width and height from 0 to 1. */
public record Region(double left, double top, double width, double height) {
    public static final Region WHOLE = new Region(0, 0, 1, 1);

    /** The part of this region that such a part of a picture is. */
    Region inside(Region part) {
        return new Region(left + part.left * width, top + part.top * height, part.width * width, part.height * height);
    }

    /** Width by height, of a region in a picture of that aspect. */
    double aspect(double pictureAspect) {
        return pictureAspect * width / height;
    }

    /**
     * The largest part with another aspect.
     *
     * @param own the aspect of what it is cut from
     * @param offset where of all possible places: 0 at the left or top, 1 at the right or bottom
     */
    static Region cut(double own, double aspect, double offset) {
        double share = aspect > own ? own / aspect : aspect / own;
        double start = offset * (1 - share);
        return aspect > own ? new Region(0, start, 1, share) : new Region(start, 0, share, 1);
    }
}
