package app.heirloom.inference.face;

import app.heirloom.inference.runtime.Network;
import app.heirloom.inference.runtime.Preparation;
import app.heirloom.inference.runtime.Tensor;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.face.DetectedFace;
import app.heirloom.library.face.FaceBounds;
import app.heirloom.library.face.FaceDetector;
import app.heirloom.library.face.Landmarks;
import app.heirloom.library.face.Landmarks.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * YuNet (Wu and others, "YuNet: A Tiny Millisecond-level Face Detector", 2023). For each cell of three grids it tells
 * how much the cell looks like a face, and box and landmarks relative to the cell.
 */
public final class YuNetDetector implements FaceDetector {
    private static final int[] STRIDES = {8, 16, 32};
    private static final int LARGEST_STRIDE = 32;
    private static final int POINTS = 5;

    private final Network model;
    private final Preparation preparation;
    private final DetectionThresholds thresholds;

    public YuNetDetector(Network model, Preparation preparation, DetectionThresholds thresholds) {
        this.model = model;
        this.preparation = preparation;
        this.thresholds = thresholds;
    }

    @Override
    public List<DetectedFace> detect(Picture picture) {
        int width = padded(picture.width());
        int height = padded(picture.height());
        Map<String, Tensor> outputs = model.run(
                planes -> preparation.write(picture, planes, width, height), 1, Picture.CHANNELS, height, width);
        var candidates = new ArrayList<DetectedFace>();
        for (int stride : STRIDES) {
            addCandidates(new Grid(outputs, stride, width / stride), candidates);
        }
        return Suppression.of(candidates, thresholds.overlap());
    }

    private static int padded(int side) {
        return (side + LARGEST_STRIDE - 1) / LARGEST_STRIDE * LARGEST_STRIDE;
    }

    private void addCandidates(Grid grid, List<DetectedFace> candidates) {
        for (int cell = 0; cell < grid.faceness.length; cell++) {
            float score = grid.score(cell);
            if (score >= thresholds.score()) {
                candidates.add(new DetectedFace(grid.box(cell), grid.landmarks(cell), score));
            }
        }
    }

    /** The outputs of one stride. */
    private static final class Grid {
        private final int stride;
        private final int columns;
        private final float[] faceness;
        private final float[] objectness;
        private final float[] boxes;
        private final float[] points;

        Grid(Map<String, Tensor> outputs, int stride, int columns) {
            this.stride = stride;
            this.columns = columns;
            this.faceness = output(outputs, "cls_" + stride);
            this.objectness = output(outputs, "obj_" + stride);
            this.boxes = output(outputs, "bbox_" + stride);
            this.points = output(outputs, "kps_" + stride);
        }

        private static float[] output(Map<String, Tensor> outputs, String name) {
            Tensor output = outputs.get(name);
            if (output == null) {
                throw ErrorCode.INVALID.exception("The detector has no output " + name + ", so it is no YuNet");
            }
            return output.numbers();
        }

        float score(int cell) {
            return (float) Math.sqrt(Math.clamp(faceness[cell], 0f, 1f) * Math.clamp(objectness[cell], 0f, 1f));
        }

        private int column(int cell) {
            return cell % columns;
        }

        private int row(int cell) {
            return cell / columns;
        }

        FaceBounds box(int cell) {
            float centerX = (column(cell) + boxes[4 * cell]) * stride;
            float centerY = (row(cell) + boxes[4 * cell + 1]) * stride;
            float width = (float) Math.exp(boxes[4 * cell + 2]) * stride;
            float height = (float) Math.exp(boxes[4 * cell + 3]) * stride;
            return new FaceBounds(centerX - width / 2, centerY - height / 2, centerX + width / 2, centerY + height / 2);
        }

        Landmarks landmarks(int cell) {
            return new Landmarks(point(cell, 0), point(cell, 1), point(cell, 2), point(cell, 3), point(cell, 4));
        }

        private Point point(int cell, int index) {
            int at = 2 * (POINTS * cell + index);
            return new Point((column(cell) + points[at]) * stride, (row(cell) + points[at + 1]) * stride);
        }
    }
}
