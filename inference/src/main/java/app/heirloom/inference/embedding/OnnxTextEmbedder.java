package app.heirloom.inference.embedding;

import app.heirloom.inference.runtime.OnnxModel;
import app.heirloom.inference.token.Tokenizer;
import app.heirloom.inference.token.Tokenizer.Tokens;
import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.embedding.TextEmbedder;
import java.util.HashMap;

/** The text tower of CLIP, SigLIP and their kind; where it wants to know which tokens count, it is told. */
public final class OnnxTextEmbedder implements TextEmbedder {
    private final OnnxModel network;
    private final Tokenizer tokenizer;
    private final Outputs outputs;

    /** @param size how many numbers the network yields */
    public OnnxTextEmbedder(OnnxModel network, Tokenizer tokenizer, ModelId model, int size) {
        this.network = network;
        this.tokenizer = tokenizer;
        this.outputs = new Outputs(model, size);
    }

    @Override
    public ModelId model() {
        return outputs.model();
    }

    @Override
    public Embedding embed(String text) {
        Tokens tokens = tokenizer.tokens(text);
        var inputs = new HashMap<String, int[]>();
        for (String input : network.inputNames()) {
            inputs.put(input, input.contains("mask") ? tokens.text() : tokens.ids());
        }
        return outputs.embeddings(network.run(inputs), 1).getFirst();
    }
}
