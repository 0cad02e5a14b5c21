package app.heirloom.server.nightly;

/**
 * Work that is done once a day, when the house sleeps.
 *
 * @param name by which its last run is remembered: never change it
 * @param work may run twice, and may be cut off at any moment
 */
public record NightlyTask(String name, Runnable work) {}
