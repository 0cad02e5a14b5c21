package app.heirloom.library.person;

/** How many people there are, and how many of them are hidden. */
public record PersonCounts(long total, long hidden) {}
