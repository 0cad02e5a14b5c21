package app.heirloom.inference.embedding;

import app.heirloom.inference.picture.PreparedPictures;
import app.heirloom.inference.runtime.Network;
import app.heirloom.inference.runtime.Tensor;
import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.ImageEmbedder;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.embedding.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The image tower of CLIP, SigLIP and their kind. */
public final class OnnxImageEmbedder implements ImageEmbedder {
    /** Enough for large matrices, and few enough that their calculation takes little memory. */
    private static final int LARGEST_BATCH = 8;

    private final Network network;
    private final PreparedPictures prepared;
    private final Outputs outputs;
    private final int batch;

    /**
     * Puts a network to work.
     *
     * @param size how many numbers the network yields
     * @param manyAtOnce whether the network takes any number of pictures at once
     */
    public OnnxImageEmbedder(Network network, PreparedPictures prepared, ModelId model, int size, boolean manyAtOnce) {
        this.network = network;
        this.prepared = prepared;
        this.outputs = new Outputs(model, size);
        this.batch = manyAtOnce ? LARGEST_BATCH : 1;
    }

    @Override
    public ModelId model() {
        return outputs.model();
    }

    @Override
    public int size() {
        return outputs.size();
    }

    @Override
    public int longestSide() {
        return prepared.longestSide();
    }

    @Override
    public List<Embedding> embed(List<Picture> pictures) {
        var embeddings = new ArrayList<Embedding>();
        for (int from = 0; from < pictures.size(); from += batch) {
            List<Picture> some = pictures.subList(from, Math.min(from + batch, pictures.size()));
            Map<String, Tensor> yielded =
                    network.run(tensor -> prepared.write(some, tensor), prepared.shape(some.size()));
            embeddings.addAll(outputs.embeddings(yielded, some.size()));
        }
        return embeddings;
    }
}
