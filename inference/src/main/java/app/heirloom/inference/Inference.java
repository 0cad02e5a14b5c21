package app.heirloom.inference;

import app.heirloom.inference.face.AlignedFaceEmbedder;
import app.heirloom.inference.face.DetectionThresholds;
import app.heirloom.inference.face.OnnxFaceFinder;
import app.heirloom.inference.face.PyramidDetector;
import app.heirloom.inference.face.ScrfdDetector;
import app.heirloom.inference.face.YuNetDetector;
import app.heirloom.inference.pack.ModelFile;
import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.inference.pack.Pack;
import app.heirloom.inference.pack.PackTask;
import app.heirloom.inference.runtime.ModelMemory;
import app.heirloom.inference.runtime.Network;
import app.heirloom.inference.runtime.PictureInput;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.face.FaceDetector;
import app.heirloom.library.face.FaceEmbedder;
import app.heirloom.library.face.FaceFinder;

/** The networks of a pack for faces, which are loaded when they are needed. Safe for concurrent use. */
public final class Inference implements AutoCloseable {
    /** Longest side of previews in pixels: larger ones find no more faces worth finding. */
    private static final int PREVIEW_SIDE = 1440;

    private final Pack pack;
    private final ModelFolder folder;
    private final ModelMemory memory;
    private final Runnable closing;

    private Inference(Pack pack, ModelFolder folder, ModelMemory memory, Runnable closing) {
        this.pack = pack;
        this.folder = folder;
        this.memory = memory;
        this.closing = closing;
    }

    /**
     * Verifies a pack, whose networks have a memory of their own until this is closed.
     *
     * @throws app.heirloom.library.error.HeirloomException NOT_FOUND when a file is missing, INVALID when one is damaged
     *     or the pack is for another task
     */
    public static Inference load(Pack pack, ModelFolder folder) {
        requireReady(pack, folder, PackTask.FACES);
        ModelMemory memory = ModelMemory.ofThisMachine();
        return new Inference(pack, folder, memory, memory::close);
    }

    /** Verifies a pack, whose networks share a memory with those of other packs; fails likewise. */
    public static Inference load(Pack pack, ModelFolder folder, ModelMemory memory) {
        requireReady(pack, folder, PackTask.FACES);
        return new Inference(pack, folder, memory, () -> {});
    }

    static void requireReady(Pack pack, ModelFolder folder, PackTask task) {
        if (pack.task() != task) {
            throw ErrorCode.INVALID.exception(
                    "The model pack " + pack.id() + " is for " + pack.task() + ", not for " + task);
        }
        switch (folder.verify(pack)) {
            case READY -> {}
            case MISSING ->
                throw ErrorCode.NOT_FOUND.exception(
                        "The files of the model pack " + pack.id() + " are not here: " + remedy(pack));
            case DAMAGED ->
                throw ErrorCode.INVALID.exception("A file of the model pack " + pack.id()
                        + " is not the one it should be: remove the pack, then " + remedy(pack));
        }
    }

    private static String remedy(Pack pack) {
        return pack.isOnNetwork()
                ? "heirloom models pull " + pack.id()
                : "fetch them from " + pack.terms().source() + ", then heirloom models add " + pack.id()
                        + " --from DIR";
    }

    public FaceDetector faceDetector() {
        ModelFile file = pack.get("detector");
        Network network = network(file);
        PictureInput input = file.picture();
        var thresholds = new DetectionThresholds(
                file.settings().number("score"), file.settings().number("overlap"));
        FaceDetector detector = switch (file.kind()) {
            case "yunet" -> new YuNetDetector(network, input.preparation(), thresholds);
            case "scrfd" -> new ScrfdDetector(network, input, thresholds);
            default -> throw ErrorCode.INVALID.exception("Detectors of kind " + file.kind() + " are not known");
        };
        return input.width() == 0 ? new PyramidDetector(detector, thresholds) : detector;
    }

    public FaceEmbedder faceEmbedder() {
        ModelFile file = pack.get("embedder");
        return new AlignedFaceEmbedder(network(file), file.picture().preparation(), pack.id(), file.output());
    }

    /** Finds, judges and embeds faces. */
    public FaceFinder faceFinder() {
        return new OnnxFaceFinder(
                faceDetector(), faceEmbedder(), PREVIEW_SIDE, pack.settings().number("likeness"));
    }

    private Network network(ModelFile file) {
        return memory.network(folder.fileOf(pack, file));
    }

    @Override
    public void close() {
        closing.run();
    }
}
