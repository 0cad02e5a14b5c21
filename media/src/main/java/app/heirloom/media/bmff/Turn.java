package app.heirloom.media.bmff;

import org.jspecify.annotations.Nullable;

/** Rotations and mirrors of boxes, in EXIF's orientations. */
final class Turn {
    /** By quarters anticlockwise: alone, then mirrored top to bottom, then left to right. */
    private static final int[][] ORIENTATIONS = {{1, 8, 3, 6}, {4, 5, 2, 7}, {2, 7, 4, 5}};

    private static final int ONE = 0x10000;

    private Turn() {}

    /** HEIF's {@code irot} followed by {@code imir}, whose axis is null when there is none. */
    static int of(int quartersAnticlockwise, @Nullable Integer mirrorAxis) {
        return ORIENTATIONS[mirrorAxis == null ? 0 : 1 + mirrorAxis][quartersAnticlockwise];
    }

    /** A track's display matrix (its four numbers for turning), upright when it is none of the eight. */
    static int ofMatrix(int a, int b, int c, int d) {
        if (b == 0 && c == 0 && Math.abs(a) == ONE && Math.abs(d) == ONE) {
            return a > 0 ? (d > 0 ? 1 : 4) : d > 0 ? 2 : 3;
        }
        if (a == 0 && d == 0 && Math.abs(b) == ONE && Math.abs(c) == ONE) {
            return b > 0 ? (c > 0 ? 5 : 6) : c > 0 ? 8 : 7;
        }
        return 1;
    }
}
