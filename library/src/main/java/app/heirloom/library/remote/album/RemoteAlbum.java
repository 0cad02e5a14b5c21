package app.heirloom.library.remote.album;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.user.UserId;

/** An album on a photo server, the user's own or shared with him. */
public record RemoteAlbum(AlbumId id, UserId owner, String name, String description, long assets) {}
