package app.heirloom.inference.face;

import app.heirloom.inference.runtime.Tensor;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.face.DetectedFace;
import app.heirloom.library.face.FaceBounds;
import app.heirloom.library.face.Landmarks;
import app.heirloom.library.face.Landmarks.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * What SCRFD yields: for strides 8, 16 and 32 the scores, then for each the boxes, then for each the landmarks. Each cell
 * of a stride's grid has two anchors in its upper left corner; boxes are the distances from there to the four sides and
 * landmarks those to the five points, in strides.
 */
final class ScrfdOutputs {
    private static final int[] STRIDES = {8, 16, 32};
    private static final int ANCHORS = 2;
    private static final int SIDES = 4;
    private static final int COORDINATES = 10;

    private final List<Tensor> outputs;
    private final int width;
    private final int height;

    /**
     * @param width of the network's input in pixels
     * @param height of the network's input in pixels
     * @throws app.heirloom.library.error.HeirloomException INVALID when these are not the outputs of SCRFD
     */
    ScrfdOutputs(List<Tensor> outputs, int width, int height) {
        this.outputs = outputs;
        this.width = width;
        this.height = height;
        if (outputs.size() != 3 * STRIDES.length) {
            throw ErrorCode.INVALID.exception("The detector has " + outputs.size()
                    + " outputs, but SCRFD with landmarks has 9: scores, boxes and landmarks of three strides");
        }
        for (int level = 0; level < STRIDES.length; level++) {
            check(scores(level), level, 1);
            check(boxes(level), level, SIDES);
            check(points(level), level, COORDINATES);
        }
    }

    /** In pixels of the network's input; several for one face. */
    List<DetectedFace> faces(double minimumScore) {
        var faces = new ArrayList<DetectedFace>();
        for (int level = 0; level < STRIDES.length; level++) {
            float[] scores = scores(level);
            for (int anchor = 0; anchor < scores.length; anchor++) {
                if (scores[anchor] >= minimumScore) {
                    faces.add(new DetectedFace(box(level, anchor), landmarks(level, anchor), scores[anchor]));
                }
            }
        }
        return faces;
    }

    private float[] scores(int level) {
        return outputs.get(level).numbers();
    }

    private float[] boxes(int level) {
        return outputs.get(STRIDES.length + level).numbers();
    }

    private float[] points(int level) {
        return outputs.get(2 * STRIDES.length + level).numbers();
    }

    private void check(float[] numbers, int level, int each) {
        int stride = STRIDES[level];
        int expected = ceilDivided(width, stride) * ceilDivided(height, stride) * ANCHORS * each;
        if (numbers.length != expected) {
            throw ErrorCode.INVALID.exception("The detector yields " + numbers.length + " numbers where SCRFD yields "
                    + expected + " for stride " + stride + ": the pack's input size or kind is wrong");
        }
    }

    private static int ceilDivided(int side, int stride) {
        return (side + stride - 1) / stride;
    }

    private int centerX(int level, int anchor) {
        return anchor / ANCHORS % ceilDivided(width, STRIDES[level]) * STRIDES[level];
    }

    private int centerY(int level, int anchor) {
        return anchor / ANCHORS / ceilDivided(width, STRIDES[level]) * STRIDES[level];
    }

    private FaceBounds box(int level, int anchor) {
        float[] distances = boxes(level);
        int at = SIDES * anchor;
        float x = centerX(level, anchor);
        float y = centerY(level, anchor);
        int stride = STRIDES[level];
        return new FaceBounds(
                x - distances[at] * stride,
                y - distances[at + 1] * stride,
                x + distances[at + 2] * stride,
                y + distances[at + 3] * stride);
    }

    private Landmarks landmarks(int level, int anchor) {
        return new Landmarks(
                point(level, anchor, 0),
                point(level, anchor, 1),
                point(level, anchor, 2),
                point(level, anchor, 3),
                point(level, anchor, 4));
    }

    private Point point(int level, int anchor, int index) {
        float[] distances = points(level);
        int at = COORDINATES * anchor + 2 * index;
        return new Point(
                centerX(level, anchor) + distances[at] * STRIDES[level],
                centerY(level, anchor) + distances[at + 1] * STRIDES[level]);
    }
}
