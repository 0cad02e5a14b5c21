package app.heirloom.vectors.face;

import app.heirloom.library.face.FaceQuality;
import app.heirloom.library.recognition.gathering.FaceSample;
import app.heirloom.vectors.Panel;
import java.util.Arrays;
import java.util.Comparator;

/** A face in the graph: its vector, its nearest neighbours, and the component it belongs to. */
final class Face {
    private static final Comparator<FaceQuality> BY_QUALITY = Comparator.comparingDouble(FaceQuality::shortSide)
            .thenComparingDouble(FaceQuality::sharpness)
            .thenComparingDouble(FaceQuality::frontality)
            .thenComparingDouble(FaceQuality::score);

    /** By what is seen, so that faces found anew come in the same order; ids decide only between faces all alike. */
    static final Comparator<Face> CANONICAL = Comparator.comparing((Face face) -> face.vector, Arrays::compare)
            .thenComparing(face -> face.sample.quality(), BY_QUALITY)
            .thenComparing(face -> face.sample.captured())
            .thenComparing(face -> face.sample.asset().value())
            .thenComparing(face -> face.sample.id().value());

    private final FaceSample sample;
    private final float[] vector;
    private final Neighbors neighbors = new Neighbors();
    private Face parent = this;

    Face(FaceSample sample) {
        this.sample = sample;
        this.vector = new float[Math.ceilDiv(sample.embedding().size(), Panel.TILE) * Panel.TILE];
        sample.embedding().copyTo(vector, 0);
    }

    FaceSample sample() {
        return sample;
    }

    /** Padded with zeros as a {@link Panel} wants it. */
    float[] vector() {
        return vector;
    }

    Neighbors neighbors() {
        return neighbors;
    }

    /** Stands for all faces that this one is connected with. */
    Face component() {
        Face face = this;
        while (face.parent != face) {
            face.parent = face.parent.parent;
            face = face.parent;
        }
        return face;
    }

    /** Connections stay when faces are removed: a component may be too large, never too small. */
    static void connect(Face one, Face other) {
        Face root = one.component();
        Face otherRoot = other.component();
        if (root != otherRoot) {
            synchronized (Face.class) {
                one.component().parent = other.component();
            }
        }
    }
}
