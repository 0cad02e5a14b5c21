package app.heirloom.inference;

import app.heirloom.inference.face.AlignedFaceEmbedder;
import app.heirloom.inference.face.DetectionThresholds;
import app.heirloom.inference.face.PyramidDetector;
import app.heirloom.inference.face.YuNetDetector;
import app.heirloom.inference.pack.ModelFile;
import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.inference.pack.Pack;
import app.heirloom.inference.runtime.OnnxModel;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.face.FaceDetector;
import app.heirloom.library.face.FaceEmbedder;

/** The networks of a pack, loaded; the one door of this module. Safe for concurrent use. */
public final class Inference implements AutoCloseable {
    private final OnnxModel detection;
    private final OnnxModel embedding;
    private final Pack pack;

    private Inference(Pack pack, OnnxModel detection, OnnxModel embedding) {
        this.pack = pack;
        this.detection = detection;
        this.embedding = embedding;
    }

    /**
     * Verifies and loads a pack.
     *
     * @throws app.heirloom.library.error.HeirloomException NOT_FOUND when a file is missing, INVALID when one is damaged
     */
    public static Inference load(Pack pack, ModelFolder folder) {
        switch (folder.verify(pack)) {
            case READY -> {}
            case MISSING ->
                throw ErrorCode.NOT_FOUND.exception("The files of the model pack " + pack.id()
                        + " are not here: heirloom models pull " + pack.id());
            case DAMAGED ->
                throw ErrorCode.INVALID.exception("A file of the model pack " + pack.id()
                        + " is not the one it should be: remove the pack and pull it again");
        }
        OnnxModel detection = load(pack, pack.get("detector"), folder);
        try {
            return new Inference(pack, detection, load(pack, pack.get("embedder"), folder));
        } catch (RuntimeException e) {
            detection.close();
            throw e;
        }
    }

    private static OnnxModel load(Pack pack, ModelFile file, ModelFolder folder) {
        return OnnxModel.load(folder.fileOf(pack, file));
    }

    public FaceDetector faceDetector() {
        ModelFile detector = pack.get("detector");
        var thresholds = new DetectionThresholds(
                detector.settings().number("score"), detector.settings().number("overlap"));
        return new PyramidDetector(
                new YuNetDetector(detection, detector.picture().preparation(), thresholds), thresholds);
    }

    public FaceEmbedder faceEmbedder() {
        return new AlignedFaceEmbedder(
                embedding,
                pack.get("embedder").picture().preparation(),
                pack.id(),
                pack.get("embedder").output());
    }

    @Override
    public void close() {
        detection.close();
        embedding.close();
    }
}
