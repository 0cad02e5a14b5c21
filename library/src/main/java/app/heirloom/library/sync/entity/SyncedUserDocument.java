package app.heirloom.library.sync.entity;

import app.heirloom.library.user.UserId;

/** What a user's clients keep under a key, as a JSON text. */
public record SyncedUserDocument(UserId user, String key, String document) {}
