package app.heirloom.inference.embedding;

import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.error.ErrorCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the embeddings among what a network yields. Exports often yield more than them, as the state of each token;
 * those of Hugging Face call theirs {@code image_embeds} and {@code text_embeds}.
 */
record Outputs(ModelId model, int size) {
    /**
     * One embedding for each input.
     *
     * @throws app.heirloom.library.error.HeirloomException INVALID when none of the outputs has this size
     */
    List<Embedding> embeddings(Map<String, float[]> outputs, int inputs) {
        float[] numbers = numbers(outputs, inputs);
        var embeddings = new ArrayList<Embedding>();
        for (int input = 0; input < inputs; input++) {
            embeddings.add(embedding(Arrays.copyOfRange(numbers, input * size, (input + 1) * size)));
        }
        return embeddings;
    }

    private float[] numbers(Map<String, float[]> outputs, int inputs) {
        var fitting = new TreeMap<>(outputs);
        fitting.values().removeIf(numbers -> numbers.length != inputs * size);
        if (fitting.isEmpty()) {
            throw ErrorCode.INVALID.exception("The model " + model + " cannot be used: it yields "
                    + lengths(outputs, inputs) + " for each input, but its descriptor says " + size);
        }
        return fitting.entrySet().stream()
                .filter(output -> output.getKey().contains("embed"))
                .findFirst()
                .orElse(fitting.firstEntry())
                .getValue();
    }

    private static String lengths(Map<String, float[]> outputs, int inputs) {
        List<String> lengths = outputs.values().stream()
                .map(numbers -> numbers.length / inputs)
                .sorted()
                .map(length -> length + " numbers")
                .toList();
        return String.join(" and ", lengths);
    }

    private Embedding embedding(float[] numbers) {
        try {
            return Embedding.of(numbers);
        } catch (IllegalArgumentException e) {
            throw ErrorCode.INVALID.exception("The model " + model + " yielded " + e.getMessage(), e);
        }
    }
}
