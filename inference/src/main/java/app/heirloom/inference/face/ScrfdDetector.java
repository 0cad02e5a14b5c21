package app.heirloom.inference.face;

import app.heirloom.inference.runtime.Cutout;
import app.heirloom.inference.runtime.Network;
import app.heirloom.inference.runtime.PictureInput;
import app.heirloom.inference.runtime.Tensor;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.face.DetectedFace;
import app.heirloom.library.face.FaceDetector;
import java.util.ArrayList;
import java.util.List;

/**
 * SCRFD (Guo and others, "Sample and Computation Redistribution for Efficient Face Detection", 2021), the detector of
 * InsightFace's packs. A network of a fixed size sees the picture scaled down into its upper left corner; one that takes
 * any size sees it as it is.
 */
public final class ScrfdDetector implements FaceDetector {
    private static final int LARGEST_STRIDE = 32;

    private final Network network;
    private final PictureInput input;
    private final DetectionThresholds thresholds;

    public ScrfdDetector(Network network, PictureInput input, DetectionThresholds thresholds) {
        this.network = network;
        this.input = input;
        this.thresholds = thresholds;
    }

    @Override
    public List<DetectedFace> detect(Picture picture) {
        int width = input.width() > 0 ? input.width() : padded(picture.width());
        int height = input.height() > 0 ? input.height() : padded(picture.height());
        double shrunk = Math.min(1, Math.min((double) width / picture.width(), (double) height / picture.height()));
        Picture fitted = shrunk < 1 ? scaled(picture, shrunk) : picture;
        List<Tensor> outputs = new ArrayList<>(network.run(
                        planes -> input.preparation().write(fitted, planes, width, height),
                        1,
                        Picture.CHANNELS,
                        height,
                        width)
                .values());
        List<DetectedFace> candidates = new ScrfdOutputs(outputs, width, height).faces(thresholds.score());
        return Suppression.of(candidates, thresholds.overlap()).stream()
                .map(face -> face.scaled((float) (1 / shrunk)))
                .toList();
    }

    private static int padded(int side) {
        return (side + LARGEST_STRIDE - 1) / LARGEST_STRIDE * LARGEST_STRIDE;
    }

    private static Picture scaled(Picture picture, double factor) {
        int width = Math.max(1, (int) (picture.width() * factor));
        int height = Math.max(1, (int) (picture.height() * factor));
        return Cutout.whole(picture).of(picture, width, height);
    }
}
