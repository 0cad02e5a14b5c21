package app.heirloom.vectors.face;

import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.profile.Birth;
import app.heirloom.library.recognition.gathering.Ties;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ties, looked up by face. What keeps faces apart are marks: a face with a mark goes with none that has the opposite one.
 * The opposite of a photo's mark, which all faces on it have, is the mark itself.
 */
final class Knots {
    private final Map<FaceId, List<Integer>> bundles = new HashMap<>();
    private final Map<FaceId, List<Long>> marks = new HashMap<>();
    private final Map<FaceId, Birth> births;

    Knots(Ties ties) {
        births = ties.births();
        for (int bundle = 0; bundle < ties.same().size(); bundle++) {
            for (FaceId face : ties.same().get(bundle)) {
                bundles.computeIfAbsent(face, id -> new ArrayList<>()).add(bundle);
            }
        }
        for (int pair = 0; pair < ties.different().size(); pair++) {
            long mark = 2L * pair;
            mark(ties.different().get(pair).one(), mark);
            mark(ties.different().get(pair).other(), opposite(mark));
        }
    }

    private void mark(FaceId face, long mark) {
        marks.computeIfAbsent(face, id -> new ArrayList<>()).add(mark);
    }

    /** Numbers of the bundles of faces of one person that it is in. */
    List<Integer> bundles(FaceId face) {
        return bundles.getOrDefault(face, List.of());
    }

    /** When the person whose the face is was born, if somebody said so. */
    @Nullable
    Birth birth(FaceId face) {
        return births.get(face);
    }

    /** The marks that were set by hand. */
    List<Long> marks(FaceId face) {
        return marks.getOrDefault(face, List.of());
    }

    static long photo(int number) {
        return -1L - number;
    }

    private static long opposite(long mark) {
        return mark < 0 ? mark : mark ^ 1;
    }

    static boolean clash(Set<Long> marks, Set<Long> others) {
        if (marks.size() > others.size()) {
            return clash(others, marks);
        }
        return marks.stream().anyMatch(mark -> others.contains(opposite(mark)));
    }
}
