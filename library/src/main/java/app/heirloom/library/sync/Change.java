package app.heirloom.library.sync;

import app.heirloom.library.event.ChangeId;

/** Something as it is now, under the id of its last change. */
public record Change<T>(ChangeId id, T what) {}
