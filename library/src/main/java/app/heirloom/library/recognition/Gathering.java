package app.heirloom.library.recognition;

import app.heirloom.library.person.FaceId;
import java.util.List;

/**
 * Faces gathered into people.
 *
 * @param groups faces of one person each, in an order that only the faces decide
 * @param alone faces that are like no other, or too poor to say
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
