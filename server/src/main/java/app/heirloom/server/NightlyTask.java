package app.heirloom.server;

/**
 * Work that is done once a day, when the house sleeps.
 *
 * @param name by which its last run is remembered: never change it
 * @param work may run twice, and may be cut off at any moment
 */
record NightlyTask(String name, Runnable work) {}
