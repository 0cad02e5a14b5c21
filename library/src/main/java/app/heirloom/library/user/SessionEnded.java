package app.heirloom.library.user;

import app.heirloom.library.event.Event;

/** A session was logged out or revoked. */
public record SessionEnded(SessionId session) implements Event {}
