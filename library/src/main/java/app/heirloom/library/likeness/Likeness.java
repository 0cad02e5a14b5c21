package app.heirloom.library.likeness;

import static app.heirloom.library.likeness.Fingerprint.SAME_ASPECT;

/**
 * Judges whether two pictures are the same but for their size, encoding, brightness, borders, or a crop to another aspect.
 * It does not matter which of the two comes first. The thresholds are measured in docs/decisions/014-near-duplicates.md.
 */
public final class Likeness {
    /** Perceptual hashes that differ in more bits are not worth a closer look. */
    public static final int MAX_DISTANCE = 10;

    private static final double LEAST_CORRELATION = 0.985;
    private static final double MOST_WORST = 0.5;
    /** A crop that leaves less is another picture. */
    private static final double LEAST_SHARE = 0.5;
    /** Places at which a crop is tried along the side that it shortens. */
    private static final int PLACES = 32;

    private Likeness() {}

    /** How well they agree, up to 1, when they are the same picture; else 0. */
    public static double of(Fingerprint one, Fingerprint other) {
        if (one.pixels().equals(other.pixels())) {
            return 1;
        }
        if (one.isPlain() || other.isPlain()) {
            return 0;
        }
        Comparison comparison = compare(one.look(), other.look());
        boolean isSame = comparison.correlation() >= LEAST_CORRELATION && comparison.worst() <= MOST_WORST;
        return isSame ? comparison.correlation() : 0;
    }

    /** How well they agree at best, however one may have been cut out of the other. */
    static Comparison compare(Look one, Look other) {
        double first = one.aspect();
        double second = other.aspect();
        double share = Math.min(first / second, second / first);
        if (share >= 1 - SAME_ASPECT) {
            return Comparison.of(one, Region.WHOLE, other, Region.WHOLE);
        }
        if (share < LEAST_SHARE) {
            return Comparison.NONE;
        }
        Comparison best = Comparison.NONE;
        for (int place = 0; place <= PLACES; place++) {
            double offset = (double) place / PLACES;
            Comparison cutFromOne = Comparison.of(one, Region.cut(first, second, offset), other, Region.WHOLE);
            Comparison cutFromOther = Comparison.of(one, Region.WHOLE, other, Region.cut(second, first, offset));
            best = cutFromOne.isBetterThan(best) ? cutFromOne : best;
            best = cutFromOther.isBetterThan(best) ? cutFromOther : best;
        }
        return best;
    }
}
