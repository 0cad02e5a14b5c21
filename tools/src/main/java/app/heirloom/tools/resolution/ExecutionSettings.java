package app.heirloom.tools.resolution;

/**
 * How groups are ended.
 *
 * @param forGood whether losers go past the trash
 * @param contradicting whether groups whose members contradict each other are ended too
 * @param dryRun whether only to tell what would be done
 * @param concurrency groups at once
 */
public record ExecutionSettings(boolean forGood, boolean contradicting, boolean dryRun, int concurrency) {}
