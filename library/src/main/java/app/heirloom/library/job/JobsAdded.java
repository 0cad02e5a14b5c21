package app.heirloom.library.job;

import app.heirloom.library.event.Event;

/** A queue has new work. */
public record JobsAdded(Queue queue) implements Event {}
