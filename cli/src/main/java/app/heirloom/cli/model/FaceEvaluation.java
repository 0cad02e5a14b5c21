package app.heirloom.cli.model;

import app.heirloom.cli.model.LabeledPhotos.LabeledPhoto;
import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.embedding.PictureReader;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.face.DetectedFace;
import app.heirloom.library.face.FaceDetector;
import app.heirloom.library.face.FaceEmbedder;
import app.heirloom.vectors.ClusterScores;
import app.heirloom.vectors.Vectors;
import app.heirloom.vectors.VerificationScores;
import app.heirloom.vectors.face.LabeledFaces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Judges a pack by photos of which one knows who is on them; the largest face of each counts. */
final class FaceEvaluation {
    /** As previews are, since that is what the server looks at. */
    private static final int LONGEST_SIDE = 1440;

    private static final int SEED = 1;

    private final PictureReader pictures;
    private final FaceDetector detector;
    private final FaceEmbedder embedder;

    FaceEvaluation(PictureReader pictures, FaceDetector detector, FaceEmbedder embedder) {
        this.pictures = pictures;
        this.detector = detector;
        this.embedder = embedder;
    }

    /**
     * What came out; the photos that could not be used are told one by one.
     *
     * @param verification empty when there are too few pairs of the same or of different people to judge by
     * @param baselines what simpler ways of gathering make of the same faces
     */
    record Result(
            int photos,
            int faces,
            Optional<VerificationScores> verification,
            ClusterScores clusters,
            List<Baseline> baselines) {}

    /** Another way to gather people. */
    record Baseline(String name, ClusterScores clusters) {}

    private record KnownFace(Embedding embedding, int identity) {}

    /** @param likeness mean similarity from which two groups of faces are one person */
    Result run(LabeledPhotos labeled, double likeness, Consumer<String> complaints) {
        List<KnownFace> faces = faces(labeled, complaints);
        List<Embedding> embeddings = faces.stream().map(KnownFace::embedding).toList();
        int[] truths = faces.stream().mapToInt(KnownFace::identity).toArray();
        var known = new LabeledFaces(embeddings, truths);
        return new Result(
                labeled.photos().size(),
                faces.size(),
                verification(Vectors.of(embeddings), truths),
                known.gathered(likeness),
                List.of(
                        new Baseline("connected components at 0.65", known.connected(0.65)),
                        new Baseline("faces taken as they come, distance 0.5", known.asTheyCome(0.5, 3))));
    }

    private List<KnownFace> faces(LabeledPhotos labeled, Consumer<String> complaints) {
        Map<String, Integer> identities = new LinkedHashMap<>();
        labeled.photos().forEach(photo -> identities.putIfAbsent(photo.identity(), identities.size()));
        return labeled.photos().parallelStream()
                .map(photo -> face(photo, identities.getOrDefault(photo.identity(), -1), complaints))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<KnownFace> face(LabeledPhoto photo, int identity, Consumer<String> complaints) {
        try {
            Picture picture = pictures.read(photo.file(), LONGEST_SIDE);
            Optional<DetectedFace> largest = detector.detect(picture).stream()
                    .max(Comparator.comparingDouble(face -> face.box().shortSide()));
            if (largest.isEmpty()) {
                complaints.accept(photo.file() + ": no face found");
            }
            return largest.map(face -> new KnownFace(embedder.embed(picture, face), identity));
        } catch (HeirloomException e) {
            complaints.accept(photo.file() + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<VerificationScores> verification(Vectors vectors, int[] truths) {
        var same = new ArrayList<Float>();
        var different = new ArrayList<Float>();
        for (int row = 0; row < vectors.rows(); row++) {
            for (int other = row + 1; other < vectors.rows(); other++) {
                (truths[row] == truths[other] ? same : different).add(vectors.similarity(row, other));
            }
        }
        boolean isEnough = Math.min(same.size(), different.size()) >= VerificationScores.FOLDS;
        return isEnough ? Optional.of(VerificationScores.of(array(same), array(different), SEED)) : Optional.empty();
    }

    private static float[] array(List<Float> numbers) {
        float[] array = new float[numbers.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = numbers.get(i);
        }
        return array;
    }
}
