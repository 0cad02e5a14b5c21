package app.heirloom.library.album;

import app.heirloom.library.user.UserId;

/** That a user takes part in an album. */
public record Membership(UserId user, AlbumRole role) {}
