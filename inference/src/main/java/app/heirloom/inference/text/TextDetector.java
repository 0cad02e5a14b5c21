package app.heirloom.inference.text;

import app.heirloom.inference.runtime.Cutout;
import app.heirloom.inference.runtime.Network;
import app.heirloom.inference.runtime.Preparation;
import app.heirloom.inference.runtime.Tensor;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.error.ErrorCode;
import java.util.List;
import java.util.Optional;

/**
 * Finds lines of text with a network of DB's kind (Liao and others, "Real-time Scene Text Detection with Differentiable
 * Binarization", 2020), which marks the shrunken middle of each line.
 */
public final class TextDetector {
    private static final int MULTIPLE = 32;
    /** Pixels of the network's picture below which a box holds no letters, before and after it is grown. */
    private static final int SMALLEST_MIDDLE = 3;

    private static final int SMALLEST_LINE = 5;
    /** More than so many areas are a texture rather than text. */
    private static final int MOST_LINES = 1000;

    private final Network network;
    private final Preparation preparation;
    private final TextDetection settings;

    public TextDetector(Network network, Preparation preparation, TextDetection settings) {
        this.network = network;
        this.preparation = preparation;
        this.settings = settings;
    }

    /** A place where text stands, in pixels of the picture. */
    record Found(RotatedBox box, float score) {}

    /** In no particular order. */
    List<Found> detect(Picture picture) {
        double shrunk = Math.min(1, (double) settings.longestSide() / Math.max(picture.width(), picture.height()));
        int width = fitting(picture.width() * shrunk);
        int height = fitting(picture.height() * shrunk);
        Picture fitted = Cutout.whole(picture).of(picture, width, height);
        ProbabilityMap map = map(fitted);
        double horizontally = (double) picture.width() / width;
        double vertically = (double) picture.height() / height;
        return map.areas(settings.pixel()).stream()
                .limit(MOST_LINES)
                .flatMap(area -> line(map, area).stream())
                .map(line -> new Found(line.box().scaled(horizontally, vertically), line.score()))
                .toList();
    }

    private static int fitting(double side) {
        return Math.max(MULTIPLE, (int) Math.round(side / MULTIPLE) * MULTIPLE);
    }

    private ProbabilityMap map(Picture picture) {
        int width = picture.width();
        int height = picture.height();
        Tensor output = network.first(
                planes -> preparation.write(picture, planes, width, height), 1, Picture.CHANNELS, height, width);
        if (output.numbers().length != width * height) {
            throw ErrorCode.INVALID.exception("The text detector yields the shape " + output.shape()
                    + " for a picture of " + width + " x " + height + " pixels, not one number for each pixel");
        }
        return new ProbabilityMap(width, height, output.numbers());
    }

    private Optional<Found> line(ProbabilityMap map, List<Spot> area) {
        return RotatedBox.around(area)
                .filter(box -> Math.min(box.width(), box.height()) >= SMALLEST_MIDDLE)
                .map(box -> new Found(box, (float) map.mean(box)))
                .filter(found -> found.score() >= settings.score())
                .map(found -> new Found(grown(found.box()), found.score()))
                .filter(found -> Math.min(found.box().width(), found.box().height()) >= SMALLEST_LINE);
    }

    private RotatedBox grown(RotatedBox box) {
        return box.grown(box.area() * settings.growth() / (2 * (box.width() + box.height())));
    }
}
