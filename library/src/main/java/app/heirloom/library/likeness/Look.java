package app.heirloom.library.likeness;

/** A picture in small: grey, without its borders, and pressed into a square. Immutable. */
public final class Look {
    /** Cells on each side. */
    public static final int SIDE = 48;

    private final double aspect;
    private final float[] cells;

    /**
     * @param aspect width by height of what is within the borders
     * @param grid lightness from 0 to 255, row by row
     */
    Look(double aspect, float[] grid) {
        this(aspect, rounded(grid));
    }

    /** @param cells 48 x 48 bytes of lightness, row by row */
    public Look(double aspect, byte[] cells) {
        if (cells.length != SIDE * SIDE) {
            throw new IllegalArgumentException("a look has " + SIDE * SIDE + " cells, not " + cells.length);
        }
        this.aspect = aspect;
        this.cells = new float[cells.length];
        for (int i = 0; i < cells.length; i++) {
            this.cells[i] = cells[i] & 0xFF;
        }
    }

    public double aspect() {
        return aspect;
    }

    public byte[] cells() {
        return rounded(cells);
    }

    /** A region as a square of so many cells a side. */
    float[] grid(Region region, int side) {
        return Grid.of(cells, SIDE, SIDE, region, side);
    }

    /** The standard deviation of its lightness. */
    double contrast() {
        return Moments.of(cells).deviation();
    }

    private static byte[] rounded(float[] grid) {
        byte[] cells = new byte[grid.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (byte) Math.clamp(Math.round(grid[i]), 0, 255);
        }
        return cells;
    }
}
