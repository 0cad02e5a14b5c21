package app.heirloom.library.asset.appearance;

/** Width and height in pixels, both at least 1. */
public record Dimensions(int width, int height) {
    public Dimensions {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("dimensions must be positive: " + width + " x " + height);
        }
    }

    public long pixels() {
        return (long) width * height;
    }

    /** The same picture turned by a quarter. */
    public Dimensions turned() {
        return new Dimensions(/* width= */ height, /* height= */ width);
    }

    @Override
    public String toString() {
        return width + " x " + height;
    }
}
