package app.heirloom.library.likeness;

/** Finds the borders of one colour that letterboxes and screenshots have. A clear sky is none: it has no hard edge. */
final class Borders {
    /** How much the pixels of a border differ from its corner. */
    private static final float FLAT = 4;
    /** How much they do beside the picture, where JPEG rings. */
    private static final float RINGING = 24;
    /** For so many lines: JPEG's blocks, doubled where colours are stored at half the size. */
    private static final int RINGING_LINES = 16;
    /** Mean difference from the border at which a picture begins. */
    private static final float EDGE = 16;
    /** The least share of the lines that makes a border. */
    private static final double LEAST = 0.02;

    private Borders() {}

    /** The pixels along one side: lines that run parallel to it, the outermost first. */
    interface Lines {
        float at(int line, int position);
    }

    /** How many lines of the side are border. */
    static int count(Lines lines, int number, int length) {
        float color = lines.at(0, 0);
        int line = 0;
        while (line < number && worst(lines, line, length, color) <= FLAT) {
            line++;
        }
        if (line == number || line < LEAST * number) {
            return 0;
        }
        int last = Math.min(number - 1, line + RINGING_LINES);
        while (line < last && worst(lines, line, length, color) <= RINGING) {
            line++;
        }
        return mean(lines, line, length, color) >= EDGE ? line : 0;
    }

    private static float worst(Lines lines, int line, int length, float color) {
        float worst = 0;
        for (int i = 0; i < length && worst <= RINGING; i++) {
            worst = Math.max(worst, Math.abs(lines.at(line, i) - color));
        }
        return worst;
    }

    private static float mean(Lines lines, int line, int length, float color) {
        float sum = 0;
        for (int i = 0; i < length; i++) {
            sum += Math.abs(lines.at(line, i) - color);
        }
        return sum / length;
    }
}
