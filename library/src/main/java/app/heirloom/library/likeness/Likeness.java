package app.heirloom.library.likeness;

import static app.heirloom.library.likeness.Fingerprint.SAME_ASPECT;

import java.util.List;

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

    /** Whether they are the same picture. */
    public static boolean holds(Fingerprint one, Fingerprint other) {
        if (one.pixels().equals(other.pixels())) {
            return true;
        }
        if (one.whole().isEmpty() || other.whole().isEmpty()) {
            return false;
        }
        Comparison comparison = compare(one.look(), other.look());
        return comparison.correlation() >= LEAST_CORRELATION && comparison.worst() <= MOST_WORST;
    }

    /** How well they agree at best, however one may have been made of the other. */
    public static Comparison compare(Look one, Look other) {
        Comparison best = Comparison.NONE;
        for (Region ofOne : contents(one)) {
            for (Region ofOther : contents(other)) {
                Comparison comparison = compare(one, ofOne, other, ofOther);
                best = comparison.isBetterThan(best) ? comparison : best;
            }
        }
        return best;
    }

    private static List<Region> contents(Look look) {
        return look.content().equals(Region.WHOLE) ? List.of(Region.WHOLE) : List.of(Region.WHOLE, look.content());
    }

    private static Comparison compare(Look one, Region ofOne, Look other, Region ofOther) {
        double first = ofOne.aspect(one.aspect());
        double second = ofOther.aspect(other.aspect());
        double share = Math.min(first / second, second / first);
        if (share >= 1 - SAME_ASPECT) {
            return Comparison.of(one, ofOne, other, ofOther);
        }
        if (share < LEAST_SHARE) {
            return Comparison.NONE;
        }
        Comparison best = Comparison.NONE;
        for (int place = 0; place <= PLACES; place++) {
            double offset = (double) place / PLACES;
            Comparison cutFromOne = Comparison.of(one, ofOne.inside(Region.cut(first, second, offset)), other, ofOther);
            Comparison cutFromOther =
                    Comparison.of(one, ofOne, other, ofOther.inside(Region.cut(second, first, offset)));
            best = cutFromOne.isBetterThan(best) ? cutFromOne : best;
            best = cutFromOther.isBetterThan(best) ? cutFromOther : best;
        }
        return best;
    }
}
