package app.heirloom.library.recognition.detection;

/**
 * A face that a model saw in a content, as it is kept.
 *
 * @param number by which faces on assets refer to it
 */
public record Detection(long number, Sighting sighting) {}
