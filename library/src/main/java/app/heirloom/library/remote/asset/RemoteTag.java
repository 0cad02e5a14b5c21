package app.heirloom.library.remote.asset;

import app.heirloom.library.tag.TagId;

/**
 * A tag on a photo server.
 *
 * @param path its hierarchy, separated by {@code /}
 */
public record RemoteTag(TagId id, String path) {}
