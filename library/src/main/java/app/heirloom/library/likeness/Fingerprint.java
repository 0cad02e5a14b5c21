package app.heirloom.library.likeness;

import app.heirloom.library.embedding.Picture;
import java.util.ArrayList;
import java.util.List;

/**
 * What is kept of a picture to tell whether others look the same.
 *
 * @param pixels SHA-256 of its dimensions and decoded pixels
 * @param whole hashes of the picture as it is, and without its borders if it has any; none when it is too plain to be
 *     told from others by its looks
 * @param crops hashes of what usual crops leave of it
 * @param look the picture in small
 */
public record Fingerprint(PixelHash pixels, List<PerceptualHash> whole, List<PerceptualHash> crops, Look look) {
    /** Standard deviation of lightness below which a picture is plain: paper, sky, the inside of a pocket. */
    private static final double PLAIN = 4;
    /** Which share of a side a crop leaves at least. */
    private static final double LEAST_SHARE = 0.55;
    /** Aspects closer than this are the same, after rounding to pixels. */
    static final double SAME_ASPECT = 0.02;

    private static final double[] USUAL_ASPECTS = {1, 4 / 3.0, 3 / 2.0, 16 / 9.0, 3 / 4.0, 2 / 3.0, 9 / 16.0};
    private static final double CENTRE = 0.5;

    public Fingerprint {
        whole = List.copyOf(whole);
        crops = List.copyOf(crops);
    }

    public static Fingerprint of(Picture picture) {
        Region content = Luminance.of(picture).content();
        Luminance luminance = Luminance.reduced(picture);
        double own = content.aspect((double) picture.width() / picture.height());
        Look look = new Look(own, luminance.grid(content, Look.SIDE));
        List<PerceptualHash> whole = new ArrayList<>();
        List<PerceptualHash> crops = new ArrayList<>();
        if (look.contrast() >= PLAIN) {
            whole.add(hash(luminance, Region.WHOLE));
            if (!content.equals(Region.WHOLE)) {
                whole.add(hash(luminance, content));
            }
            for (double other : USUAL_ASPECTS) {
                double share = Math.min(own / other, other / own);
                if (share >= LEAST_SHARE && share < 1 - SAME_ASPECT) {
                    crops.add(hash(luminance, content.inside(Region.cut(own, other, CENTRE))));
                }
            }
        }
        return new Fingerprint(PixelHash.of(picture), whole, crops, look);
    }

    /** Whether there is too little to see to tell it from others by its looks. */
    public boolean isPlain() {
        return whole.isEmpty();
    }

    private static PerceptualHash hash(Luminance luminance, Region region) {
        return PerceptualHash.of(luminance.grid(region, PerceptualHash.SIDE));
    }
}
