package app.heirloom.library.user;

import java.time.Instant;

/** A login that lasts until it is revoked or unused for long. */
public record Session(SessionId id, UserId user, Device device, Instant created, Instant updated) {}
