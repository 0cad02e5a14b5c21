package app.heirloom.library.album;

import app.heirloom.library.event.Event;
import app.heirloom.library.user.UserId;
import java.util.Set;

/** An album, its assets or its users changed; the members include whoever was just removed. */
public record AlbumChanged(AlbumId album, Set<UserId> members) implements Event {}
