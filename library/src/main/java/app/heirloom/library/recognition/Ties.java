package app.heirloom.library.recognition;

import app.heirloom.library.person.FaceId;
import java.util.List;

/**
 * What people decided by hand, which no machine undoes. Where the two contradict each other, same wins. Faces that are not
 * in the graph are passed over.
 *
 * @param same faces of one person, each list one; two lists may come out as one person unless they are said to differ
 * @param different pairs of faces of two people
 */
public record Ties(List<List<FaceId>> same, List<Pair> different) {
    public static final Ties NONE = new Ties(List.of(), List.of());

    public record Pair(FaceId one, FaceId other) {}

    public Ties {
        same = List.copyOf(same);
        different = List.copyOf(different);
    }
}
