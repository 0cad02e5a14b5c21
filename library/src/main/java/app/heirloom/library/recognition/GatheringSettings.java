package app.heirloom.library.recognition;

/**
 * How faces are gathered.
 *
 * @param likeness from which mean cosine similarity on two groups are one person
 * @param leastFaces how many faces make a person
 */
public record GatheringSettings(double likeness, int leastFaces) {}
