package app.heirloom.inference.text;

import app.heirloom.inference.runtime.Network;
import app.heirloom.inference.runtime.PictureInput;
import app.heirloom.inference.runtime.Tensor;
import app.heirloom.inference.text.Characters.Reading;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.error.ErrorCode;
import java.nio.FloatBuffer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reads lines of text, several of similar width at once. */
public final class TextRecognizer {
    /** Short lines are seen this many times as wide as high, as networks of PaddleOCR were trained. */
    private static final double LEAST_RATIO = 320.0 / 48;
    /** Longer lines are squeezed: 64 times as wide as high are more letters than a photo has pixels for. */
    private static final int LARGEST_RATIO = 64;

    private final Network network;
    private final PictureInput input;
    private final int batch;
    private final Characters characters;

    /** @param batch how many lines it reads at once */
    public TextRecognizer(Network network, PictureInput input, int batch, Characters characters) {
        this.network = network;
        this.input = input;
        this.batch = batch;
        this.characters = characters;
    }

    /** What stands in each box, for boxes that lie as they are read. */
    List<Reading> read(Picture picture, List<RotatedBox> boxes) {
        List<Integer> byWidth = IntStream.range(0, boxes.size())
                .boxed()
                .sorted(Comparator.comparingInt(index -> width(boxes.get(index))))
                .toList();
        Map<Integer, Reading> readings = new HashMap<>();
        for (int from = 0; from < byWidth.size(); from += batch) {
            List<Integer> together = byWidth.subList(from, Math.min(byWidth.size(), from + batch));
            List<Reading> read =
                    readBatch(picture, together.stream().map(boxes::get).toList());
            for (int i = 0; i < together.size(); i++) {
                readings.put(together.get(i), read.get(i));
            }
        }
        return IntStream.range(0, boxes.size()).mapToObj(readings::get).toList();
    }

    private List<Reading> readBatch(Picture picture, List<RotatedBox> boxes) {
        int height = input.height();
        int widest = boxes.stream().mapToInt(this::width).max().orElse(1);
        int width = input.width() > 0 ? input.width() : Math.max(widest, (int) Math.ceil(height * LEAST_RATIO));
        Tensor output = network.first(
                planes -> write(picture, boxes, planes, width), boxes.size(), Picture.CHANNELS, height, width);
        if (output.axis(0) != boxes.size()) {
            throw ErrorCode.INVALID.exception("The text recogniser yields the shape " + output.shape() + " for "
                    + boxes.size() + " lines: the pack's batch is wrong");
        }
        return characters.decode(output);
    }

    private void write(Picture picture, List<RotatedBox> boxes, FloatBuffer planes, int width) {
        for (int i = 0; i < boxes.size(); i++) {
            int taken = Math.min(width, width(boxes.get(i)));
            Picture line = LineCutter.cut(picture, boxes.get(i), taken, input.height());
            input.preparation().write(line, planes, i, width, input.height());
        }
    }

    private int width(RotatedBox box) {
        return Math.min(LARGEST_RATIO * input.height(), LineCutter.width(box, input.height()));
    }
}
