package app.heirloom.inference.face;

import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.face.DetectedFace;
import app.heirloom.library.face.FaceDetector;
import app.heirloom.library.face.FaceEmbedder;
import app.heirloom.library.face.FaceFinder;
import app.heirloom.library.face.FaceQuality;
import java.util.List;

/** Finds faces with the networks of one pack, and judges them. */
public final class OnnxFaceFinder implements FaceFinder {
    private final FaceDetector detector;
    private final FaceEmbedder embedder;
    private final int longestSide;
    private final double likeness;

    /**
     * @param longestSide of the pictures that it should be given, in pixels
     * @param likeness cosine similarity from which two groups of faces are one person
     */
    public OnnxFaceFinder(FaceDetector detector, FaceEmbedder embedder, int longestSide, double likeness) {
        this.detector = detector;
        this.embedder = embedder;
        this.longestSide = longestSide;
        this.likeness = likeness;
    }

    @Override
    public ModelId model() {
        return embedder.model();
    }

    @Override
    public int size() {
        return embedder.size();
    }

    @Override
    public int longestSide() {
        return longestSide;
    }

    @Override
    public double likeness() {
        return likeness;
    }

    @Override
    public List<Found> find(Picture picture, float scale) {
        return detector.detect(picture).stream()
                .map(face -> new Found(face, quality(picture, face, scale), embedder.embed(picture, face)))
                .toList();
    }

    private static FaceQuality quality(Picture picture, DetectedFace face, float scale) {
        return new FaceQuality(
                face.box().shortSide() * scale,
                Sharpness.of(Alignment.of(face.landmarks()).apply(picture)),
                Frontality.of(face.landmarks()),
                face.score());
    }
}
