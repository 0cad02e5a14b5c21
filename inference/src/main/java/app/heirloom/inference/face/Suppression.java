package app.heirloom.inference.face;

import app.heirloom.library.face.DetectedFace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Keeps the surest of detections that mean the same face (greedy non-maximum suppression). */
final class Suppression {
    private Suppression() {}

    /** @param overlap from which intersection over union on two boxes count as one */
    static List<DetectedFace> of(List<DetectedFace> candidates, double overlap) {
        List<DetectedFace> sorted = candidates.stream()
                .sorted(Comparator.comparingDouble(DetectedFace::score).reversed())
                .toList();
        var kept = new ArrayList<DetectedFace>();
        for (DetectedFace candidate : sorted) {
            if (kept.stream().noneMatch(face -> face.box().overlap(candidate.box()) > overlap)) {
                kept.add(candidate);
            }
        }
        return kept;
    }
}
