package app.heirloom.inference.face;

import app.heirloom.inference.runtime.Network;
import app.heirloom.inference.runtime.Preparation;
import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.face.DetectedFace;
import app.heirloom.library.face.FaceEmbedder;

/** Models of ArcFace's kind (ArcFace, MobileFaceNet, SFace): an aligned face of 112 x 112 pixels in, a vector out. */
public final class AlignedFaceEmbedder implements FaceEmbedder {
    private final Network network;
    private final Preparation preparation;
    private final ModelId model;
    private final int size;

    /** @param size how many numbers the network yields */
    public AlignedFaceEmbedder(Network network, Preparation preparation, ModelId model, int size) {
        this.network = network;
        this.preparation = preparation;
        this.model = model;
        this.size = size;
    }

    @Override
    public ModelId model() {
        return model;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Embedding embed(Picture picture, DetectedFace face) {
        Picture aligned = Alignment.of(face.landmarks()).apply(picture);
        float[] output = network.first(
                        planes -> preparation.write(aligned, planes, Alignment.SIZE, Alignment.SIZE),
                        1,
                        Picture.CHANNELS,
                        Alignment.SIZE,
                        Alignment.SIZE)
                .numbers();
        if (output.length != size) {
            throw ErrorCode.INVALID.exception(
                    "The model " + model + " cannot be used: it yields " + output.length + " numbers, not " + size);
        }
        return Embedding.of(output);
    }
}
