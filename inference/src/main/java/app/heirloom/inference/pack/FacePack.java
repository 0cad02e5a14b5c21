package app.heirloom.inference.pack;

import app.heirloom.inference.face.DetectionThresholds;
import app.heirloom.library.embedding.ModelId;

/**
 * A detector and an embedder of faces that go together, and the numbers that go with them.
 *
 * @param terms under which the models may be used, and where they come from
 * @param likeness mean cosine similarity from which two groups of faces are one person
 */
public record FacePack(
        ModelId id,
        Terms terms,
        ModelFile detector,
        DetectionThresholds thresholds,
        ModelFile embedder,
        double likeness) {
    /** What a person should know before using a model. */
    public record Terms(String license, String source) {}
}
