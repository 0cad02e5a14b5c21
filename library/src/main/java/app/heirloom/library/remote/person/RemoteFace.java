package app.heirloom.library.remote.person;

import app.heirloom.library.person.FaceBox;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.FaceSource;
import org.jspecify.annotations.Nullable;

/**
 * A face on an asset of a photo server.
 *
 * @param box in pixels of whatever rendition the server looked at: scale it by its image's size
 * @param person whose face it is, if anybody knows
 */
public record RemoteFace(
        FaceId id, FaceBox box, FaceSource source, @Nullable RemotePerson person) {}
