package app.heirloom.inference.embedding;

import app.heirloom.inference.runtime.TextNetwork;
import app.heirloom.inference.token.Tokenizer;
import app.heirloom.inference.token.Tokenizer.Tokens;
import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.embedding.TextEmbedder;

/** The text tower of CLIP, SigLIP and their kind. */
public final class OnnxTextEmbedder implements TextEmbedder {
    private final TextNetwork network;
    private final Tokenizer tokenizer;
    private final Outputs outputs;

    /** @param size how many numbers the network yields */
    public OnnxTextEmbedder(TextNetwork network, Tokenizer tokenizer, ModelId model, int size) {
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
        return outputs.embeddings(network.read(tokens.ids(), tokens.counted()), 1)
                .getFirst();
    }
}
