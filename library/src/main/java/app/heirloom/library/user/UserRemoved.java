package app.heirloom.library.user;

import app.heirloom.library.event.Event;

/** A user is gone. */
public record UserRemoved(UserId user) implements Event {}
