package app.heirloom.library.timeline;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.tag.TagId;
import app.heirloom.library.user.UserId;

/** Whose and which assets a timeline is made of. */
public sealed interface TimelineSelection {
    /** Who looks at it. */
    UserId user();

    /** The user's own. */
    record Owned(UserId user) implements TimelineSelection {}

    /** An album's, whoever owns them; what is locked, or in the trash of others, is left out. */
    record OfAlbum(UserId user, AlbumId album) implements TimelineSelection {}

    /** The user's own that show a person. */
    record OfPerson(UserId user, PersonId person) implements TimelineSelection {}

    /** The user's own that have a tag, or one below it. */
    record OfTag(UserId user, TagId tag) implements TimelineSelection {}
}
