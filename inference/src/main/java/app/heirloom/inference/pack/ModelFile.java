package app.heirloom.inference.pack;

import app.heirloom.inference.runtime.PictureInput;
import app.heirloom.library.error.ErrorCode;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * One file of a pack: a network, or a file that goes with one, such as a tokenizer or a dictionary.
 *
 * @param role its place in the pack, as in {@code detector}
 * @param kind how its outputs are read, as in {@code yunet}, or its format, as in {@code bpe}
 * @param shape of a network; empty for other files
 * @param settings thresholds and other numbers of this kind, by name
 */
public record ModelFile(String role, String kind, Content content, Optional<Shape> shape, Settings settings) {
    /**
     * What is in the file.
     *
     * @param file path within the pack's folder
     * @param sha256 in hex; empty when nobody could tell when the descriptor was written
     * @param sizeInBytes 0 when it is not known
     * @param source where it can be fetched
     */
    public record Content(String file, Optional<String> sha256, long sizeInBytes, Optional<URI> source) {}

    /**
     * What a network takes and yields.
     *
     * @param picture how it wants pictures; empty when it takes something else
     * @param batch how many inputs it takes at once
     * @param output how many numbers an embedding has; 0 when it yields none
     * @param normalized whether its embeddings have length 1 already
     * @param reference what it answers to the drawn face when it is fed as it should be; empty when nobody measured it
     */
    public record Shape(
            Optional<PictureInput> picture, Batch batch, int output, boolean normalized, List<Float> reference) {
        public Shape {
            reference = List.copyOf(reference);
        }
    }

    /** How many inputs a network takes at once. */
    public enum Batch {
        ONE,
        ANY
    }

    /** How the network wants pictures. */
    public PictureInput picture() {
        return shape.flatMap(Shape::picture)
                .orElseThrow(() -> ErrorCode.INVALID.exception("The model " + role + " takes no pictures"));
    }

    /** How many numbers an embedding has; 0 when the file yields none. */
    public int output() {
        return shape.map(Shape::output).orElse(0);
    }
}
