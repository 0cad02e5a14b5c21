package app.heirloom.inference.face;

/**
 * What counts as a face.
 *
 * @param score how sure the model must be, from 0 to 1
 * @param overlap from which intersection over union on two boxes count as one face
 */
public record DetectionThresholds(double score, double overlap) {}
