package app.heirloom.library.remote;

import app.heirloom.library.user.UserId;

/** A user of a photo server. */
public record RemoteUser(UserId id, String name, String email, boolean admin) {}
