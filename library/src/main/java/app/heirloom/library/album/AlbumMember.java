package app.heirloom.library.album;

import app.heirloom.library.user.User;

/** A user who takes part in an album. */
public record AlbumMember(User user, AlbumRole role) {}
