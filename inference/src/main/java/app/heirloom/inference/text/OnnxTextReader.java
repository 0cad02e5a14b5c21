package app.heirloom.inference.text;

import app.heirloom.inference.text.Characters.Reading;
import app.heirloom.inference.text.TextDetector.Found;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.text.TextLine;
import app.heirloom.library.text.TextLine.Corner;
import app.heirloom.library.text.TextLine.Corners;
import app.heirloom.library.text.TextReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds lines, turns them upright and reads them, with the networks of one pack. */
public final class OnnxTextReader implements TextReader {
    private final ModelId model;
    private final TextDetector detector;
    private final Optional<DirectionClassifier> direction;
    private final TextRecognizer recognizer;
    private final double minimumScore;

    /**
     * @param direction empty when all lines are taken to be upright
     * @param minimumScore how sure the recogniser must be of a line, from 0 to 1
     */
    public OnnxTextReader(
            ModelId model,
            TextDetector detector,
            Optional<DirectionClassifier> direction,
            TextRecognizer recognizer,
            double minimumScore) {
        this.model = model;
        this.detector = detector;
        this.direction = direction;
        this.recognizer = recognizer;
        this.minimumScore = minimumScore;
    }

    @Override
    public ModelId model() {
        return model;
    }

    @Override
    public List<TextLine> read(Picture picture) {
        List<Found> found = ReadingOrder.of(detector.detect(picture), Found::box).stream()
                .map(line -> new Found(upright(picture, line.box()), line.score()))
                .toList();
        List<Reading> readings =
                recognizer.read(picture, found.stream().map(Found::box).toList());
        var lines = new ArrayList<TextLine>();
        for (int i = 0; i < found.size(); i++) {
            Reading reading = readings.get(i);
            if (!reading.text().isEmpty() && reading.score() >= minimumScore) {
                Found line = found.get(i);
                lines.add(new TextLine(
                        reading.text(), corners(line.box(), picture), line.score(), Math.min(1, reading.score())));
            }
        }
        return lines;
    }

    private RotatedBox upright(Picture picture, RotatedBox box) {
        RotatedBox read = LineCutter.asRead(box);
        return direction.map(classifier -> classifier.upright(picture, read)).orElse(read);
    }

    private static Corners corners(RotatedBox box, Picture picture) {
        List<Corner> corners = box.corners().stream()
                .map(spot -> new Corner(share(spot.x(), picture.width()), share(spot.y(), picture.height())))
                .toList();
        return new Corners(corners.get(0), corners.get(1), corners.get(2), corners.get(3));
    }

    private static float share(double at, int side) {
        return Math.clamp((float) (at / side), 0f, 1f);
    }
}
