package app.heirloom.library.recognition.gathering;

import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.profile.Birth;
import java.util.List;
import java.util.Map;

/**
 * What people decided by hand, which no machine undoes. Where the two contradict each other, same wins. Faces that are not
 * in the graph are passed over.
 *
 * @param same faces of one person, each list one; two lists may come out as one person unless they are said to differ
 * @param different pairs of faces of two people
 * @param births of people, as far as they are known, by those of their faces that are tied by hand
 */
public record Ties(List<List<FaceId>> same, List<Pair> different, Map<FaceId, Birth> births) {
    public static final Ties NONE = new Ties(List.of(), List.of());

    public record Pair(FaceId one, FaceId other) {}

    /** Of people of whom nobody said when they were born. */
    public Ties(List<List<FaceId>> same, List<Pair> different) {
        this(same, different, Map.of());
    }

    public Ties {
        same = List.copyOf(same);
        different = List.copyOf(different);
        births = Map.copyOf(births);
    }
}
