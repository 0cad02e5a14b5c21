package app.heirloom.library.recognition.gathering;

import app.heirloom.library.person.FaceId;
import java.util.List;

/**
 * Faces gathered into people.
 *
 * @param groups faces of one person each, the largest first: at least as many as make a person, or tied by hand
 * @param alone faces that are like too few others, or too poor to say
 * @param resemblances groups that may be one person, the most alike first
 */
public record Gathering(List<List<FaceId>> groups, List<FaceId> alone, List<Resemblance> resemblances) {
    /**
     * Two groups that are alike, but not enough to be gathered.
     *
     * @param one index in {@link #groups}
     * @param other a higher one
     * @param similarity mean cosine similarity between their faces
     */
    public record Resemblance(int one, int other, double similarity) {}
}
