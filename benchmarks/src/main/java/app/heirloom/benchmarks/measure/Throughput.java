package app.heirloom.benchmarks.measure;

/**
 * What one run over a folder of photos came to.
 *
 * @param perSecond images by the wall clock
 * @param cpuMillis of processor time an image, child processes included
 * @param megabytes resident at most, of the processes that decode
 */
public record Throughput(double perSecond, double cpuMillis, double megabytes) {}
