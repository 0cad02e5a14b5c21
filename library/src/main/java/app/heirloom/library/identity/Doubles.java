package app.heirloom.library.identity;

import app.heirloom.library.face.FaceQuality;
import app.heirloom.library.identity.picture.FaceKey;
import app.heirloom.library.identity.picture.PicturedFace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what a picture shows twice: a face that the model framed twice, or a photo that is on a collage twice. Since no two
 * faces on one picture are one person's, the second one would part the photos of its person into two sets.
 */
final class Doubles {
    /** Boxes that overlap so much frame one face. */
    private static final double OVERLAP = 0.5;
    /** So alike are two looks at one photo; two people are not (0.47 was the most between strangers of two labelled sets). */
    private static final double ALIKE = 0.9;

    private Doubles() {}

    /**
     * All but the best of each.
     *
     * @param members faces that are in sets already, and so are the best
     */
    static Set<FaceKey> among(Collection<PicturedFace> faces, Set<FaceKey> members) {
        Map<String, List<PicturedFace>> byPicture = new HashMap<>();
        faces.stream()
                .filter(face -> face.picture().faces().size() > 1)
                .forEach(face -> byPicture
                        .computeIfAbsent(face.picture().sha256(), any -> new ArrayList<>())
                        .add(face));
        Comparator<PicturedFace> bestFirst = Comparator.comparing((PicturedFace face) -> !members.contains(face.key()))
                .thenComparing(Comparator.comparingDouble((PicturedFace face) -> worth(face.quality()))
                        .reversed())
                .thenComparing(PicturedFace::key);
        Set<FaceKey> doubles = new HashSet<>();
        for (List<PicturedFace> some : byPicture.values()) {
            List<PicturedFace> kept = new ArrayList<>();
            some.sort(bestFirst);
            for (PicturedFace face : some) {
                if (!members.contains(face.key()) && kept.stream().anyMatch(better -> isOne(better, face))) {
                    doubles.add(face.key());
                } else {
                    kept.add(face);
                }
            }
        }
        return doubles;
    }

    private static boolean isOne(PicturedFace one, PicturedFace other) {
        return one.found().face().box().overlap(other.found().face().box()) >= OVERLAP
                || one.embedding().similarity(other.embedding()) >= ALIKE;
    }

    private static double worth(FaceQuality quality) {
        return quality.shortSide() * quality.sharpness() * quality.frontality() * quality.score();
    }
}
