package app.heirloom.library.asset.event;

import app.heirloom.library.event.Event;
import app.heirloom.library.user.UserId;

/** Stacks of an owner were made, changed or dissolved. */
public record StacksChanged(UserId owner) implements Event {}
