package app.heirloom.benchmarks.measure;

/**
 * What one run over a folder of photos came to.
 *
 * @param perSecond photos by the wall clock
 * @param cpuMillis of processor time a photo, child processes included
 * @param faces found in all of them
 */
public record FaceRate(double perSecond, double cpuMillis, int faces) {}
