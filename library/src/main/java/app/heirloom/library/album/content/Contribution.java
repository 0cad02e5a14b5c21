package app.heirloom.library.album.content;

import app.heirloom.library.user.UserId;

/** How many of an album's assets a user owns. */
public record Contribution(UserId owner, long assets) {}
