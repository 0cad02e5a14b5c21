package app.heirloom.inference.check;

/**
 * What a trial showed.
 *
 * @param file path of the file within the pack
 * @param good whether it is as it should be; what could not be judged counts as good and says so
 */
public record Finding(String file, boolean good, String sentence) {}
