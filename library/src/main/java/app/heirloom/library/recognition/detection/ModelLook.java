package app.heirloom.library.recognition.detection;

import app.heirloom.library.embedding.ModelId;
import java.util.List;

/**
 * What a model sees in a content.
 *
 * @param likeness from which cosine similarity on it takes two faces for one person's
 * @param before what it saw there when the asset's faces were found; empty when it had not looked
 */
record ModelLook(ModelId model, double likeness, List<Detection> seen, List<Detection> before) {}
