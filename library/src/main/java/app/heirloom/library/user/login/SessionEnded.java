package app.heirloom.library.user.login;

import app.heirloom.library.event.Event;
import app.heirloom.library.user.SessionId;

/** A session was logged out or revoked. */
public record SessionEnded(SessionId session) implements Event {}
