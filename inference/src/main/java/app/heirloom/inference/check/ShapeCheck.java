package app.heirloom.inference.check;

import app.heirloom.inference.pack.ModelFile;
import app.heirloom.inference.pack.ModelFile.Batch;
import app.heirloom.inference.pack.ModelFile.Shape;
import app.heirloom.inference.runtime.OnnxModel;
import app.heirloom.inference.runtime.PictureInput;
import app.heirloom.inference.runtime.PictureInput.Layout;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.error.ErrorCode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether a network takes and yields what its descriptor says. */
final class ShapeCheck {
    private static final List<Integer> STRIDES = List.of(8, 16, 32);
    /** Two for each of three strides without landmarks, three with them. */
    private static final int OUTPUTS_OF_SCRFD = 9;

    private final ModelFile file;

    ShapeCheck(ModelFile file) {
        this.file = file;
    }

    /** @throws app.heirloom.library.error.HeirloomException INVALID when it does not */
    void run(OnnxModel network) {
        Shape shape = file.shape().orElseThrow();
        long[] found = network.inputShape();
        long batch = shape.batch() == Batch.ONE ? 1 : -1;
        Optional<long[]> wanted = shape.picture().map(picture -> axes(picture, batch));
        if (wanted.isPresent() && !fits(wanted.get(), found)) {
            throw wrong("takes " + Arrays.toString(found) + ", not " + Arrays.toString(wanted.get())
                    + " as its descriptor says");
        }
        if (shape.picture().isEmpty() && found.length > 0 && found[0] == 1 && batch != 1) {
            throw wrong("takes one input at once, not any number as its descriptor says");
        }
        outputs(network);
    }

    private static long[] axes(PictureInput picture, long batch) {
        long height = picture.height() == 0 ? -1 : picture.height();
        long width = picture.width() == 0 ? -1 : picture.width();
        return picture.layout() == Layout.NCHW
                ? new long[] {batch, Picture.CHANNELS, height, width}
                : new long[] {batch, height, width, Picture.CHANNELS};
    }

    /** An axis that the network leaves open takes anything; a fixed one only itself. */
    private static boolean fits(long[] wanted, long[] found) {
        return found.length == wanted.length
                && IntStream.range(0, found.length).allMatch(axis -> found[axis] <= 0 || found[axis] == wanted[axis]);
    }

    private void outputs(OnnxModel network) {
        switch (file.kind()) {
            case "yunet" -> {
                List<String> missing = STRIDES.stream()
                        .flatMap(stride ->
                                Stream.of("cls_", "obj_", "bbox_", "kps_").map(name -> name + stride))
                        .filter(name -> !network.outputNames().contains(name))
                        .toList();
                if (!missing.isEmpty()) {
                    throw wrong("has no output " + missing.getFirst() + ", so it is no YuNet");
                }
            }
            case "scrfd" -> {
                if (network.outputNames().size() != OUTPUTS_OF_SCRFD) {
                    throw wrong("has " + network.outputNames().size() + " outputs, not " + OUTPUTS_OF_SCRFD
                            + ", so it is no SCRFD with landmarks");
                }
            }
            default -> {
                if (network.outputNames().isEmpty()) {
                    throw wrong("has no output");
                }
            }
        }
    }

    private RuntimeException wrong(String why) {
        return ErrorCode.INVALID.exception("The model file " + file.content().file() + " " + why);
    }
}
