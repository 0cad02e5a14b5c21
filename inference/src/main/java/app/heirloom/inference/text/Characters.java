package app.heirloom.inference.text;

import app.heirloom.inference.runtime.Tensor;
import app.heirloom.library.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a recogniser's classes mean: the first means nothing, then come the characters of a dictionary, one in each line
 * of its file, and the last is the space.
 */
public final class Characters {
    private static final int NOTHING = 0;

    private final String source;
    private final List<String> classes;

    private Characters(String source, List<String> dictionary) {
        this.source = source;
        this.classes = new ArrayList<>();
        classes.add("");
        classes.addAll(dictionary);
        classes.add(" ");
    }

    /**
     * Reads a dictionary.
     *
     * @throws app.heirloom.library.error.HeirloomException NOT_FOUND when it is missing; INVALID when it is no text in
     *     UTF-8
     */
    public static Characters read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw ErrorCode.NOT_FOUND.exception("The dictionary of characters " + file + " is missing");
        }
        try {
            return new Characters(file.getFileName().toString(), Files.readAllLines(file));
        } catch (IOException e) {
            throw ErrorCode.INVALID.exception(
                    "The dictionary of characters " + file + " cannot be read as UTF-8: " + e.getMessage(), e);
        }
    }

    /** What was read, and how sure the network is, from 0 to 1: the mean over the characters; 0 when there are none. */
    record Reading(String text, float score) {}

    /**
     * Reads each line of a batch: of each step the likeliest class (greedy CTC decoding: Graves and others,
     * "Connectionist Temporal Classification", 2006), where a class that goes on over several steps counts once.
     *
     * @param output lines, steps, classes
     * @throws app.heirloom.library.error.HeirloomException INVALID when the dictionary does not go with the network
     */
    List<Reading> decode(Tensor output) {
        if (output.shape().size() != 3 || output.axis(2) != classes.size()) {
            throw ErrorCode.INVALID.exception("The text recogniser yields the shape " + output.shape()
                    + ", but the dictionary " + source + " asks for lines, steps and " + classes.size()
                    + " classes (nothing, " + (classes.size() - 2) + " characters, space): they do not go together");
        }
        var readings = new ArrayList<Reading>();
        for (int line = 0; line < output.axis(0); line++) {
            readings.add(decode(output, line));
        }
        return readings;
    }

    private Reading decode(Tensor output, int line) {
        var text = new StringBuilder();
        double sum = 0;
        int count = 0;
        int before = NOTHING;
        for (int step = 0; step < output.axis(1); step++) {
            int from = (line * output.axis(1) + step) * classes.size();
            int likeliest = likeliest(output.numbers(), from);
            if (likeliest != NOTHING && likeliest != before) {
                text.append(classes.get(likeliest));
                sum += output.numbers()[from + likeliest];
                count++;
            }
            before = likeliest;
        }
        return new Reading(text.toString().strip(), count == 0 ? 0 : (float) (sum / count));
    }

    private int likeliest(float[] numbers, int from) {
        int likeliest = 0;
        for (int i = 1; i < classes.size(); i++) {
            if (numbers[from + i] > numbers[from + likeliest]) {
                likeliest = i;
            }
        }
        return likeliest;
    }
}
