package app.heirloom.inference.embedding;

import app.heirloom.inference.picture.PreparedPictures;
import app.heirloom.inference.runtime.OnnxModel;
import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.ImageEmbedder;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.error.ErrorCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The image tower of CLIP, SigLIP and their kind. */
public final class OnnxImageEmbedder implements ImageEmbedder {
    /** Enough for large matrices, and few enough that their calculation takes little memory. */
    private static final int LARGEST_BATCH = 8;

    private final OnnxModel network;
    private final PreparedPictures prepared;
    private final Outputs outputs;
    private final int longestSide;
    private final int batch;

    /**
     * Puts a network to work.
     *
     * @param size how many numbers the network yields
     * @param manyAtOnce whether the network takes any number of pictures at once
     * @throws app.heirloom.library.error.HeirloomException INVALID when the network takes other pictures than these
     */
    public OnnxImageEmbedder(
            OnnxModel network, PreparedPictures prepared, ModelId model, int size, boolean manyAtOnce) {
        this.network = network;
        this.prepared = prepared;
        this.outputs = new Outputs(model, size);
        this.longestSide = prepared.longestSide();
        long[] declared = network.inputShape();
        requireFits(declared, prepared.shape(1));
        this.batch = manyAtOnce && declared[0] < 0 ? LARGEST_BATCH : 1;
    }

    private void requireFits(long[] declared, long[] wanted) {
        boolean fits = declared.length == wanted.length;
        for (int axis = 0; fits && axis < wanted.length; axis++) {
            fits = declared[axis] < 0 || declared[axis] == wanted[axis];
        }
        if (!fits) {
            throw ErrorCode.INVALID.exception("The model " + model() + " cannot be used: it takes the shape "
                    + Arrays.toString(declared) + ", but its descriptor says " + Arrays.toString(wanted));
        }
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
        return longestSide;
    }

    @Override
    public List<Embedding> embed(List<Picture> pictures) {
        var embeddings = new ArrayList<Embedding>();
        for (int from = 0; from < pictures.size(); from += batch) {
            List<Picture> some = pictures.subList(from, Math.min(from + batch, pictures.size()));
            embeddings.addAll(
                    outputs.embeddings(network.run(prepared.of(some), prepared.shape(some.size())), some.size()));
        }
        return embeddings;
    }
}
