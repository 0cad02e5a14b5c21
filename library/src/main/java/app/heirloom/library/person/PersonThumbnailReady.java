package app.heirloom.library.person;

import app.heirloom.library.event.Event;
import app.heirloom.library.user.UserId;

/** A person has a new picture. */
public record PersonThumbnailReady(PersonId person, UserId owner) implements Event {}
