package app.heirloom.inference.check;

import app.heirloom.inference.face.AlignedFaceEmbedder;
import app.heirloom.inference.face.DetectionThresholds;
import app.heirloom.inference.face.YuNetDetector;
import app.heirloom.inference.pack.ModelFile;
import app.heirloom.inference.runtime.OnnxModel;
import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.face.DetectedFace;
import app.heirloom.library.face.FaceBounds;
import app.heirloom.library.face.Landmarks;
import app.heirloom.library.face.Landmarks.Point;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Shows a network the drawn face and compares its answer with the one in the descriptor. On the MobileFaceNet of the
 * default pack the right preparation answers with cosine 1.000, swapped colours with 0.978, the scaling of ArcFace with
 * 0.982, values from 0 to 1 with 0.93, raw ones with 0.27. Its YuNet puts a landmark 3 to 6 pixels elsewhere when colours
 * are swapped, and sees no face in normalised pixels.
 */
final class DrawnFaceTrial {
    private static final double SAME = 0.99;
    private static final double PIXELS = 1;
    private static final String UNJUDGED = "loads; whether colours and scaling are right nobody has measured yet";

    private final ModelFile file;

    DrawnFaceTrial(ModelFile file) {
        this.file = file;
    }

    /**
     * Tries it.
     *
     * @return what to tell when it is good
     * @throws app.heirloom.library.error.HeirloomException INVALID when the answer is another one
     */
    String run(OnnxModel network) {
        return switch (file.kind()) {
            case "yunet" -> detect(network);
            case "aligned-face" -> embed(network);
            default -> UNJUDGED;
        };
    }

    private String detect(OnnxModel network) {
        var thresholds = new DetectionThresholds(
                file.settings().number("score"), file.settings().number("overlap"));
        List<DetectedFace> faces =
                new YuNetDetector(network, file.picture().preparation(), thresholds).detect(DrawnFace.picture());
        if (faces.size() != 1) {
            throw wrong("sees " + faces.size() + " faces where one is drawn");
        }
        List<Float> reference = reference();
        if (reference.isEmpty()) {
            return "sees the drawn face; " + UNJUDGED;
        }
        List<Float> found = coordinates(faces.getFirst().landmarks());
        double off = 0;
        for (int i = 0; i < reference.size() && i < found.size(); i++) {
            off = Math.max(off, Math.abs(found.get(i) - reference.get(i)));
        }
        if (found.size() != reference.size() || off > PIXELS) {
            throw wrong(String.format(Locale.ROOT, "puts a landmark of the drawn face %.1f pixels off", off));
        }
        return "sees the drawn face where it should";
    }

    private static List<Float> coordinates(Landmarks landmarks) {
        return Stream.of(
                        landmarks.leftEye(),
                        landmarks.rightEye(),
                        landmarks.nose(),
                        landmarks.leftMouth(),
                        landmarks.rightMouth())
                .flatMap((Point point) -> Stream.of(point.x(), point.y()))
                .toList();
    }

    private String embed(OnnxModel network) {
        Picture picture = DrawnFace.picture();
        var bounds = new FaceBounds(0, 0, picture.width(), picture.height());
        var embedder = new AlignedFaceEmbedder(
                network,
                file.picture().preparation(),
                new ModelId(file.content().file()),
                file.output());
        Embedding found;
        try {
            found = embedder.embed(picture, new DetectedFace(bounds, DrawnFace.landmarks(), 1));
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw wrong("cannot look at a face: " + e.getMessage());
        }
        List<Float> reference = reference();
        if (reference.isEmpty()) {
            return UNJUDGED;
        }
        if (reference.size() != found.size()) {
            throw wrong("yields " + found.size() + " numbers, and its reference has " + reference.size());
        }
        double similarity = found.similarity(embedding(reference));
        if (similarity < SAME) {
            throw wrong(String.format(
                    Locale.ROOT, "describes the drawn face otherwise than it should (cosine %.3f)", similarity));
        }
        return String.format(Locale.ROOT, "describes the drawn face as it should (cosine %.3f)", similarity);
    }

    private List<Float> reference() {
        return file.shape().orElseThrow().reference();
    }

    private static Embedding embedding(List<Float> numbers) {
        float[] values = new float[numbers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers.get(i);
        }
        return Embedding.of(values);
    }

    private RuntimeException wrong(String why) {
        return ErrorCode.INVALID.exception("The model file " + file.content().file() + " " + why
                + ": look at colors, mean and std in the descriptor");
    }
}
